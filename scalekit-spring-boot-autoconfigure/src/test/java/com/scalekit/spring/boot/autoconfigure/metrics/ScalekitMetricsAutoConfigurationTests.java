package com.scalekit.spring.boot.autoconfigure.metrics;

import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.MeterNotFoundException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.boot.webclient.autoconfigure.WebClientObservationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.boot.autoconfigure.ScalekitAutoConfiguration;
import com.scalekit.spring.boot.autoconfigure.ScalekitClientsBuilderConfigurer;
import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.organizations.OrganizationsClient;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * What is measured of the clients.
 */
class ScalekitMetricsAutoConfigurationTests {

	private static final String SECRET = "test_s3cr3t";

	private static final String ORGANIZATION = "/api/v1/organizations/org_1";

	private final WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());

	private final ApplicationContextRunner withoutMetrics = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ScalekitAutoConfiguration.class,
				ScalekitMetricsAutoConfiguration.class, WebClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class, HttpClientAutoConfiguration.class))
		.withPropertyValues("scalekit.client-id=skc_1", "scalekit.client-secret=" + SECRET);

	private ApplicationContextRunner contextRunner = this.withoutMetrics
		.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class,
				ObservationAutoConfiguration.class, WebClientObservationAutoConfiguration.class));

	@BeforeEach
	void start() {
		this.server.start();
		this.contextRunner = this.contextRunner.withPropertyValues("scalekit.environment-url=" + this.server.baseUrl());
		this.server
			.stubFor(post("/oauth/token").willReturn(okJson("{\"access_token\":\"token\",\"expires_in\":3600}")));
		this.server.stubFor(get(ORGANIZATION).willReturn(okJson("{\"organization\":{\"id\":\"org_1\"}}")));
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void nothingIsMeasuredWithoutARegistry() {
		ApplicationContextRunner configured = this.withoutMetrics
			.withPropertyValues("scalekit.environment-url=https://acme.scalekit.com");
		configured.run((context) -> assertThat(context).hasSingleBean(ScalekitClients.class)
			.doesNotHaveBean(ScalekitMetricsAutoConfiguration.class));
		configured.withClassLoader(new FilteredClassLoader("io.micrometer.core"))
			.run((context) -> assertThat(context).hasSingleBean(ScalekitClients.class)
				.doesNotHaveBean(ScalekitMetricsAutoConfiguration.class));
	}

	@Test
	void metersAreThereOnceTheClientsAre() {
		this.contextRunner.run((context) -> {
			assertThat(names(context)).isEmpty();
			context.getBean(ScalekitClients.class);
			assertThat(names(context)).containsOnly("scalekit.client.retries", "scalekit.client.retries.exhausted",
					"scalekit.token.refusals", "scalekit.token.remaining");
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get("scalekit.client.retries").counters()).extracting((counter) -> counter.count())
				.hasSize(6)
				.containsOnly(0.0);
			assertThat(registry.get("scalekit.client.retries.exhausted").counter().count()).isZero();
			assertThat(registry.get("scalekit.token.refusals").counter().count()).isZero();
			assertThat(registry.get("scalekit.token.remaining").timeGauge().value()).isZero();
		});
	}

	@Test
	void callThatSucceedsChangesNoCounter() {
		this.contextRunner.run((context) -> {
			context.getBean(OrganizationsClient.class).get("org_1");
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.find("scalekit.client.retries").counters())
				.allSatisfy((counter) -> assertThat(counter.count()).isZero());
			assertThat(registry.get("scalekit.token.refusals").counter().count()).isZero();
			assertThat(registry.get("scalekit.token.remaining").timeGauge().value()).isBetween(3500.0, 3540.0);
			awaitMeter().untilAsserted(
					() -> assertThat(registry.get("http.client.requests").timer().getId().getTag("client.name"))
						.isEqualTo("localhost"));
		});
	}

	@Test
	void retriesAreCountedByStatus() {
		this.server.stubFor(get(ORGANIZATION).willReturn(serviceUnavailable()));
		this.contextRunner.run((context) -> {
			call(context);
			this.server.stop();
			call(context);
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get("scalekit.client.retries").tag("status", "503").counter().count()).isEqualTo(2);
			assertThat(registry.get("scalekit.client.retries").tag("status", "IO_ERROR").counter().count())
				.isEqualTo(2);
			assertThat(registry.get("scalekit.client.retries").counters()).hasSize(6);
		});
	}

	@Test
	void endOfTheQuotaForRetriesIsCounted() {
		this.server.stubFor(get(ORGANIZATION).willReturn(serverError()));
		this.contextRunner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			call(context);
			assertThat(registry.get("scalekit.client.retries.exhausted").counter().count()).isZero();
			for (int i = 0; i < 20; i++) {
				call(context);
			}
			assertThat(registry.get("scalekit.client.retries").tag("status", "500").counter().count()).isEqualTo(35);
			assertThat(registry.get("scalekit.client.retries.exhausted").counter().count()).isEqualTo(4);
		});
	}

	@Test
	void refusedTokensAreCounted() {
		this.server.stubFor(get(ORGANIZATION).inScenario("refusal")
			.whenScenarioStateIs(STARTED)
			.willReturn(unauthorized())
			.willSetStateTo("replaced"));
		this.contextRunner.run((context) -> {
			call(context);
			assertThat(context.getBean(MeterRegistry.class).get("scalekit.token.refusals").counter().count())
				.isEqualTo(1);
		});
	}

	@Test
	void tokenRequestsAreMeasuredUnderANameOfTheirOwn() {
		this.server.stubFor(post("/oauth/token").inScenario("token")
			.whenScenarioStateIs(STARTED)
			.willReturn(jsonResponse("{\"error_description\":\"%s\"}".formatted(SECRET), 503))
			.willSetStateTo("up"));
		this.contextRunner.run((context) -> {
			call(context);
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get("scalekit.token.requests").tag("status", "503").timer().count()).isEqualTo(1);
			awaitMeter().untilAsserted(() -> assertThat(registry.get("scalekit.token.requests")
				.tags("status", "200", "uri", "/oauth/token", "client.name", "localhost", "exception", "none")
				.timer()
				.count()).isEqualTo(1));
			awaitMeter().untilAsserted(() -> assertThat(registry.get("http.client.requests").timers()).hasSize(1));
			assertThat(registry.getMeters().stream().map(Meter::getId).toList().toString()).doesNotContain(SECRET)
				.doesNotContain("skc_1")
				.doesNotContain("org_1");
		});
	}

	@Test
	void metersHaveTheHostOfTheEnvironment() {
		this.contextRunner.run((context) -> {
			context.getBean(ScalekitClients.class);
			assertThat(context.getBean(MeterRegistry.class).getMeters().stream().map(Meter::getId))
				.filteredOn((id) -> id.getName().startsWith("scalekit."))
				.isNotEmpty()
				.allSatisfy((id) -> assertThat(id.getTag("client.name")).isEqualTo("localhost"));
		});
	}

	@Test
	void environmentsAreMeasuredSeparately() {
		this.server.stubFor(get(ORGANIZATION).willReturn(serviceUnavailable()));
		this.contextRunner.withUserConfiguration(SecondEnvironment.class)
			.withPropertyValues("second.environment-url=http://127.0.0.1:" + this.server.port())
			.run((context) -> {
				context.getBean("scalekitClients", ScalekitClients.class);
				OrganizationsClient second = context.getBean("second", ScalekitClients.class)
					.create(OrganizationsClient.class);
				assertThatExceptionOfType(ScalekitApiException.ServerError.class).isThrownBy(() -> second.get("org_1"));
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(registry.get("scalekit.client.retries")
					.tags("client.name", "127.0.0.1", "status", "503")
					.counter()
					.count()).isEqualTo(2);
				assertThat(registry.get("scalekit.client.retries").tag("client.name", "localhost").counters())
					.hasSize(6)
					.allMatch((counter) -> counter.count() == 0);
				assertThat(registry.get("scalekit.token.remaining").tag("client.name", "127.0.0.1").timeGauge().value())
					.isPositive();
				assertThat(registry.get("scalekit.token.remaining").tag("client.name", "localhost").timeGauge().value())
					.isZero();
			});
	}

	@Test
	void tokenOfClientsThatTheApplicationCreatesIsMeasured() {
		this.contextRunner
			.withBean("scalekitClients", ScalekitClients.class,
					() -> ScalekitClients.builder(this.server.baseUrl(), "skc_1", SECRET).build())
			.run((context) -> {
				context.getBean(OrganizationsClient.class).get("org_1");
				assertThat(context.getBean(MeterRegistry.class).get("scalekit.token.remaining").timeGauge().value())
					.isPositive();
			});
	}

	@Test
	void restartedContextIsMeasuredInASharedRegistry() {
		SimpleMeterRegistry shared = new SimpleMeterRegistry();
		ApplicationContextRunner restarted = this.withoutMetrics
			.withPropertyValues("scalekit.environment-url=" + this.server.baseUrl())
			.withInitializer((context) -> context.getBeanFactory().registerSingleton("meterRegistry", shared));
		for (int i = 0; i < 2; i++) {
			restarted.run((context) -> {
				context.getBean(OrganizationsClient.class).get("org_1");
				assertThat(shared.get("scalekit.token.remaining").timeGauge().value()).isPositive();
			});
			assertThat(shared.find("scalekit.token.remaining").timeGauge()).isNull();
		}
	}

	@Test
	void metersCanBeSwitchedOff() {
		this.contextRunner.withPropertyValues("management.metrics.enable.scalekit=false").run((context) -> {
			call(context);
			assertThat(names(context)).isEmpty();
		});
	}

	@Test
	void observationsOfTokenRequestsCanBeSwitchedOff() {
		this.contextRunner.withPropertyValues("management.observations.enable.scalekit.token=false").run((context) -> {
			call(context);
			assertThat(names(context)).doesNotContain("scalekit.token.requests").contains("scalekit.client.retries");
		});
	}

	private static void call(BeanFactory context) {
		catchThrowable(() -> context.getBean(OrganizationsClient.class).get("org_1"));
	}

	private static List<String> names(BeanFactory context) {
		return context.getBean(MeterRegistry.class)
			.getMeters()
			.stream()
			.map((meter) -> meter.getId().getName())
			.filter((name) -> name.startsWith("scalekit."))
			.toList();
	}

	/**
	 * The observation of a request is stopped after its result has reached the caller.
	 */
	private static ConditionFactory awaitMeter() {
		return await().ignoreException(MeterNotFoundException.class);
	}

	@Configuration(proxyBeanMethods = false)
	static class SecondEnvironment {

		@Bean(defaultCandidate = false)
		ScalekitClients second(ScalekitClientsBuilderConfigurer configurer,
				@Value("${second.environment-url}") String environmentUrl) {
			return configurer.configure(ScalekitClients.builder(environmentUrl, "skc_2", SECRET)).build();
		}

	}

}
