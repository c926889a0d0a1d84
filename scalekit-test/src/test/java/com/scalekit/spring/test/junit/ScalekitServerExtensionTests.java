package com.scalekit.spring.test.junit;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.TestExecutionResultConditions;

import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ScalekitServerExtensionTests {

	private static final Set<ScalekitServer> SERVERS = ConcurrentHashMap.newKeySet();

	@BeforeEach
	void forgetServers() {
		SERVERS.clear();
	}

	@Test
	void testClassHasOneServer() {
		runAll(4, Parameters.class);
		assertThat(SERVERS).hasSize(1);
		assertServersAreClosed();
	}

	@Test
	void testMethodHasServerOfItsOwn() {
		runAll(2, InstanceField.class);
		assertThat(SERVERS).hasSize(2);
		assertServersAreClosed();
	}

	@Test
	void testClassesThatShareFieldTakeTurns() {
		runAll(20, FirstOfBase.class, SecondOfBase.class);
		assertServersAreClosed();
	}

	@Test
	void thereIsNoServerOutsideOfTests() {
		assertThatIllegalStateException().isThrownBy(() -> new ScalekitServerExtension().server());
		runAll(20, FirstOfBase.class, SecondOfBase.class);
		assertThatIllegalStateException().isThrownBy(Base.scalekit::server);
	}

	@Test
	void settingsApplyToEachTest() {
		runAll(2, WithSettings.class);
	}

	@Test
	void faultThatNeverHappensFailsTheTest() {
		EngineTestKit.engine("junit-jupiter")
			.selectors(DiscoverySelectors.selectClass(UnmetFault.class))
			.execute()
			.testEvents()
			.assertThatEvents()
			.haveExactly(1,
					EventConditions.finishedWithFailure(TestExecutionResultConditions
						.message("No request has met the scripted fault GET /api/v1/organizations drops")))
			.haveExactly(1,
					EventConditions.finishedWithFailure(TestExecutionResultConditions.message("Failed before")));
	}

	private static void runAll(int count, Class<?>... testClasses) {
		EngineTestKit.engine("junit-jupiter")
			.configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
			.configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
			.configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
			.configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
			.selectors(List.of(testClasses).stream().map(DiscoverySelectors::selectClass).toList())
			.execute()
			.testEvents()
			.assertStatistics((statistics) -> statistics.started(count).succeeded(count));
	}

	private static void assertServersAreClosed() {
		assertThat(SERVERS).isNotEmpty()
			.allSatisfy((server) -> assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> get(server)));
	}

	private static void get(ScalekitServer server) throws IOException, InterruptedException {
		HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(server.url())).build(), BodyHandlers.discarding());
	}

	private static void use(ScalekitServer server) {
		SERVERS.add(server);
		for (int i = 1; i <= 50; i++) {
			server.organizations().add("Acme");
			assertThat(server.organizations().count()).isEqualTo(i);
		}
	}

	@ExtendWith(ScalekitServerExtension.class)
	static class Parameters {

		private final ScalekitServer ofConstructor;

		Parameters(ScalekitServer ofConstructor) {
			this.ofConstructor = ofConstructor;
		}

		@RepeatedTest(3)
		void haveServer(ScalekitServer server) {
			assertThat(server).isSameAs(this.ofConstructor);
			use(server);
		}

		@Nested
		class Inner {

			@Test
			void hasTheServerOfTheOuterClass(ScalekitServer server) {
				use(server);
			}

		}

	}

	static class WithSettings {

		private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);

		@RegisterExtension
		static final ScalekitServerExtension scalekit = new ScalekitServerExtension((server) -> server.clock(CLOCK)
			.credentials("skc_1", "test_1")
			.initialData((data) -> data.organizations().add("Acme", "t-1")));

		@RepeatedTest(2)
		void apply() {
			assertThat(scalekit.server().clientId()).isEqualTo("skc_1");
			assertThat(scalekit.server().clientSecret()).isEqualTo("test_1");
			assertThat(scalekit.server().organizations().all()).singleElement()
				.satisfies((acme) -> assertThat(acme.createTime()).isEqualTo(CLOCK.instant()));
			scalekit.server().organizations().add("Other");
		}

	}

	@ExtendWith(ScalekitServerExtension.class)
	static class UnmetFault {

		@Test
		void isReported(ScalekitServer server) {
			server.next("GET /api/v1/organizations").drops();
		}

		@Test
		void doesNotHideFailure(ScalekitServer server) {
			server.next("GET /api/v1/organizations").drops();
			throw new IllegalStateException("Failed before");
		}

	}

	static class InstanceField {

		@RegisterExtension
		final ScalekitServerExtension scalekit = new ScalekitServerExtension();

		@RepeatedTest(2)
		void hasServer() {
			use(this.scalekit.server());
		}

	}

	abstract static class Base {

		@RegisterExtension
		static final ScalekitServerExtension scalekit = new ScalekitServerExtension();

		@RepeatedTest(10)
		void hasServer() {
			use(scalekit.server());
		}

	}

	static class FirstOfBase extends Base {

	}

	static class SecondOfBase extends Base {

	}

}
