package com.example.test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import com.scalekit.spring.client.ScalekitContracts;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for an application of any kind, seen by running it without and with
 * Scalekit.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class ApplicationTests {

	private static final Set<String> BEANS = Set.of("scalekitClients", "scalekitClientsBuilderConfigurer",
			"scalekitConnectionDetails", "scalekitLazyClients", "scalekitWebClient");

	private static final Set<String> MANAGERS = Set.of("scalekitAuthorizedClientManager",
			"scalekitReactiveAuthorizedClientManager");

	private static final String WEB_CLIENT = "org.springframework.web.reactive.function.client.WebClient";

	private static final String CONFIGURATION = "com.scalekit.spring.boot.autoconfigure.";

	protected final ScalekitServer scalekit = ScalekitServer.start();

	protected final RecordingForwarder wire = RecordingForwarder.start(this.scalekit.url());

	protected final RunningApplication without;

	protected final RunningApplication with;

	private final Class<?> application;

	private final String[] properties;

	private final int connectionsAtStart;

	private final Beans beansWithout;

	private final Beans beansWith;

	private final List<List<String>> filtersWithout;

	private final List<List<String>> filtersWith;

	/**
	 * Start the application.
	 * @param application the application
	 * @param properties the properties to start it with, besides those for Scalekit
	 */
	protected ApplicationTests(Class<?> application, String... properties) {
		this.application = application;
		this.properties = Stream.concat(Stream.of(properties),
				Stream.of("server.port=0", "scalekit.environment-url=" + this.wire.url(),
						"scalekit.client-id=" + this.scalekit.clientId(),
						"scalekit.client-secret=" + this.scalekit.clientSecret()))
			.toArray(String[]::new);
		this.without = start("without Scalekit", "--scalekit.enabled=false");
		this.beansWithout = Beans.of(this.without.context());
		this.filtersWithout = SecurityFilters.of(this.without.context());
		this.with = start("with Scalekit");
		this.connectionsAtStart = this.wire.connections();
		this.beansWith = Beans.of(this.with.context());
		this.filtersWith = SecurityFilters.of(this.with.context());
	}

	/**
	 * Start the application once more.
	 * @param description what is special about it
	 * @param arguments take precedence over the properties
	 * @return the application, to be stopped by the caller
	 */
	protected final RunningApplication start(String description, String... arguments) {
		return RunningApplication.start(description, this.application, this.properties, arguments);
	}

	@AfterAll
	void stop() {
		this.with.stop();
		this.without.stop();
		this.wire.close();
		this.scalekit.close();
	}

	protected Stream<RunningApplication> both() {
		return Stream.of(this.without, this.with);
	}

	/**
	 * Whether the application has an OAuth2 client set-up of its own.
	 */
	protected boolean hasClientRegistrations() {
		return false;
	}

	/**
	 * The number of filter chains of Spring Security that the application has.
	 */
	protected int filterChains() {
		return 0;
	}

	@Test
	void nothingIsSentAtStart() {
		assertThat(this.connectionsAtStart).isZero();
	}

	@Test
	void beansDifferByOursOnly() {
		Map<String, String> without = this.beansWithout.types();
		Map<String, String> with = this.beansWith.types();
		assertThat(without.values()).noneMatch((type) -> type.contains(CONFIGURATION));
		assertThat(changes(without, with)).isEmpty();
		Set<String> added = new TreeSet<>(with.keySet());
		added.removeAll(without.keySet());
		added.removeIf((name) -> name.contains(CONFIGURATION));
		Set<String> expected = new TreeSet<>(BEANS);
		ScalekitContracts.all().forEach((contract) -> expected.add("scalekit" + contract.getSimpleName()));
		if (!hasClientRegistrations()) {
			expected.addAll(MANAGERS);
		}
		assertThat(added).isEqualTo(expected);
	}

	@Test
	void noTypeOfTheApplicationGetsAnotherBean() {
		Map<String, Set<String>> with = new TreeMap<>(this.beansWith.names());
		with.computeIfPresent(WEB_CLIENT,
				(type, names) -> names.stream()
					.filter((name) -> !name.equals("scalekitWebClient"))
					.collect(Collectors.toSet()));
		assertThat(changes(this.beansWithout.names(), with)).isEmpty();
	}

	@Test
	void injectionPointsOfTheApplicationGetTheSameBeans() {
		assertThat(changes(this.beansWithout.injected(), this.beansWith.injected())).isEmpty();
	}

	@Test
	void filtersOfSpringSecurityAreTheSame() {
		assertThat(this.filtersWith).isEqualTo(this.filtersWithout);
		assertThat(this.filtersWith).hasSize(filterChains());
	}

	private static <T> List<String> changes(Map<String, T> before, Map<String, T> after) {
		return before.keySet()
			.stream()
			.filter((key) -> !before.get(key).equals(after.get(key)))
			.map((key) -> key + ": " + before.get(key) + " -> " + after.get(key))
			.toList();
	}

}
