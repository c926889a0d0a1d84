package com.scalekit.spring.boot.test;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.Events;
import org.junit.platform.testkit.engine.TestExecutionResultConditions;

import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.MethodMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.aot.TestContextAotGenerator;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScalekitServerCustomizer;
import com.scalekit.spring.test.organizations.StoredOrganization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AutoConfigureScalekitServerTests {

	@Test
	void applicationIsConnectedWhateverItIsConfiguredTo() {
		assertAllSucceed(run(false, Connection.class), 1);
	}

	@Test
	void serverIsResetBeforeEachTestMethod() {
		assertAllSucceed(run(false, Resets.class), 3);
	}

	@Test
	void nestedTestClassesHaveTheServer() {
		assertAllSucceed(run(false, Outer.class), 1);
	}

	@Test
	void otherTestClassesHaveNone() {
		assertAllSucceed(run(false, Without.class), 1);
	}

	@Test
	void serverIsClosedWithItsContext() {
		Dirty.SERVERS.clear();
		assertAllSucceed(run(false, Dirty.class), 2);
		assertThat(Dirty.SERVERS).hasSize(2)
			.allSatisfy((server) -> assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> get(server)));
	}

	@Test
	void testMethodsThatShareServerTakeTurns() {
		Turns.SERVERS.clear();
		assertAllSucceed(run(true, FirstTurns.class, SecondTurns.class), 40);
		assertThat(Turns.SERVERS).hasSize(1);
		assertThat(Turns.THREADS).hasSizeGreaterThan(1);
	}

	@Test
	void settingsApplyToEachTest() {
		assertAllSucceed(run(false, WithSettings.class), 2);
	}

	@Test
	void testClassesWithOtherSettingsHaveAnotherServer() {
		SETTINGS_SERVERS.clear();
		assertAllSucceed(run(false, WithSettings.class, WithSameSettings.class, WithOtherSettings.class), 5);
		assertThat(SETTINGS_SERVERS).hasSize(2);
	}

	@Test
	void faultThatNeverHappensFailsTheTest() {
		run(false, UnmetFault.class).assertThatEvents()
			.haveExactly(1,
					EventConditions.finishedWithFailure(TestExecutionResultConditions
						.message("No request has met the scripted fault GET /api/v1/organizations drops")))
			.haveExactly(1, EventConditions.finishedWithFailure(TestExecutionResultConditions.message("Failed before")))
			.haveExactly(1, EventConditions.finishedSuccessfully());
	}

	@Test
	void aheadOfTimeProcessingLeavesNoServerBehind() {
		Set<Thread> threads = threadsOfServers();
		InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
		System.setProperty(AbstractAotProcessor.AOT_PROCESSING, "true");
		try {
			new TestContextAotGenerator(files).processAheadOfTime(Stream.of(Connection.class));
		}
		finally {
			System.clearProperty(AbstractAotProcessor.AOT_PROCESSING);
		}
		assertThat(files.getGeneratedFiles(Kind.SOURCE)).isNotEmpty();
		assertThat(threads).containsAll(threadsOfServers());
	}

	private static Set<Thread> threadsOfServers() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("qtp"))
			.collect(Collectors.toSet());
	}

	private static Events run(boolean parallel, Class<?>... testClasses) {
		return EngineTestKit.engine("junit-jupiter")
			.configurationParameter("junit.jupiter.execution.parallel.enabled", Boolean.toString(parallel))
			.configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
			.configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
			.configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
			.selectors(List.of(testClasses).stream().map(DiscoverySelectors::selectClass).toList())
			.execute()
			.testEvents();
	}

	private static void assertAllSucceed(Events tests, int count) {
		tests.assertStatistics((statistics) -> statistics.started(count).succeeded(count));
	}

	private static void get(ScalekitServer server) throws IOException, InterruptedException {
		HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(server.url())).build(), BodyHandlers.discarding());
	}

	private static final Set<ScalekitServer> SETTINGS_SERVERS = ConcurrentHashMap.newKeySet();

	@Configuration(proxyBeanMethods = false)
	static class Application {

	}

	@SpringJUnitConfig(Application.class)
	@AutoConfigureScalekitServer
	@TestPropertySource(properties = "scalekit.environment-url=https://acme.scalekit.com")
	static class Connection {

		@Test
		void isThatOfTheServer(@Autowired ScalekitServer server, @Value("${scalekit.environment-url}") String url,
				@Value("${scalekit.client-id}") String clientId,
				@Value("${scalekit.client-secret}") String clientSecret) {
			assertThat(url).isEqualTo(server.url());
			assertThat(clientId).isEqualTo(server.clientId());
			assertThat(clientSecret).isEqualTo(server.clientSecret());
		}

	}

	@SpringJUnitConfig(Application.class)
	@AutoConfigureScalekitServer
	static class Resets {

		@Autowired
		private ScalekitServer server;

		@BeforeEach
		void seed() {
			assertThat(this.server.organizations().count()).isZero();
			this.server.organizations().add("Acme", "t-1");
		}

		@RepeatedTest(3)
		void keepsWhatIsAddedBeforeEachTest() {
			assertThat(this.server.organizations().count()).isEqualTo(1);
		}

	}

	@SpringJUnitConfig(Application.class)
	@AutoConfigureScalekitServer(customizers = { Credentials.class, Acme.class })
	static class WithSettings {

		@RepeatedTest(2)
		void apply(@Autowired ScalekitServer server, @Value("${scalekit.client-id}") String clientId) {
			SETTINGS_SERVERS.add(server);
			assertThat(clientId).isEqualTo("skc_1");
			assertThat(server.clientSecret()).isEqualTo("test_1");
			assertThat(server.organizations().all()).extracting(StoredOrganization::externalId).containsExactly("t-1");
			server.organizations().add("Other");
		}

	}

	static class WithSameSettings extends WithSettings {

	}

	@SpringJUnitConfig(Application.class)
	@AutoConfigureScalekitServer(customizers = Acme.class)
	static class WithOtherSettings {

		@Test
		void apply(@Autowired ScalekitServer server) {
			SETTINGS_SERVERS.add(server);
			assertThat(server.clientId()).isNotEqualTo("skc_1");
			assertThat(server.organizations().count()).isEqualTo(1);
		}

	}

	static class Credentials implements ScalekitServerCustomizer {

		@Override
		public void customize(ScalekitServer.Builder server) {
			server.credentials("skc_1", "test_1");
		}

	}

	static class Acme implements ScalekitServerCustomizer {

		@Override
		public void customize(ScalekitServer.Builder server) {
			server.initialData((data) -> data.organizations().add("Acme", "t-1"));
		}

	}

	@SpringJUnitConfig(Application.class)
	@AutoConfigureScalekitServer
	static class UnmetFault {

		@Autowired
		private ScalekitServer server;

		@Test
		void isReported() {
			this.server.next("GET /api/v1/organizations").drops();
		}

		@Test
		void doesNotHideFailure() {
			this.server.next("GET /api/v1/organizations").drops();
			throw new IllegalStateException("Failed before");
		}

		@Test
		void doesNotConcernOtherTests() {
			this.server.verify();
		}

	}

	@SpringJUnitConfig(Application.class)
	@AutoConfigureScalekitServer
	static class Outer {

		@Nested
		class Inner {

			@Test
			void hasServer(@Autowired ScalekitServer server) {
				assertThat(server.organizations().count()).isZero();
			}

		}

	}

	@SpringJUnitConfig(Application.class)
	static class Without {

		@Test
		void hasNoServer(@Autowired Environment environment, @Autowired(required = false) ScalekitServer server) {
			assertThat(environment.containsProperty("scalekit.environment-url")).isFalse();
			assertThat(server).isNull();
		}

	}

	@SpringJUnitConfig(Application.class)
	@AutoConfigureScalekitServer
	@TestPropertySource(properties = "context=dirty")
	static class Dirty {

		static final Collection<ScalekitServer> SERVERS = new ArrayList<>();

		@RepeatedTest(2)
		@DirtiesContext(methodMode = MethodMode.AFTER_METHOD)
		void hasServerOfItsOwn(@Autowired ScalekitServer server) {
			assertThat(SERVERS).doesNotContain(server);
			SERVERS.add(server);
		}

	}

	@SpringJUnitConfig(Application.class)
	@AutoConfigureScalekitServer
	@TestPropertySource(properties = "context=shared")
	abstract static class Turns {

		static final Set<ScalekitServer> SERVERS = ConcurrentHashMap.newKeySet();

		static final Set<Thread> THREADS = ConcurrentHashMap.newKeySet();

		private static final AtomicInteger RUNNING = new AtomicInteger();

		@Autowired
		private ScalekitServer server;

		@RepeatedTest(20)
		void hasTheServerForItself() {
			SERVERS.add(this.server);
			THREADS.add(Thread.currentThread());
			assertThat(RUNNING.incrementAndGet()).isEqualTo(1);
			for (int i = 1; i <= 50; i++) {
				this.server.organizations().add("Acme");
				assertThat(this.server.organizations().count()).isEqualTo(i);
			}
			RUNNING.decrementAndGet();
		}

	}

	static class FirstTurns extends Turns {

	}

	static class SecondTurns extends Turns {

	}

}
