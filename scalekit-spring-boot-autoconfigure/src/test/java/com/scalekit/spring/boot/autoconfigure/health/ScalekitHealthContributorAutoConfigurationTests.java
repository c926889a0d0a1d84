package com.scalekit.spring.boot.autoconfigure.health;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;

import com.scalekit.spring.boot.autoconfigure.ScalekitAutoConfiguration;
import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.oauth2.TokenStatus;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.mock;

class ScalekitHealthContributorAutoConfigurationTests {

	private static final String SECRET = "test_s3cr3t";

	private final WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());

	private final ApplicationContextRunner withoutHealth = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ScalekitAutoConfiguration.class,
				ScalekitHealthContributorAutoConfiguration.class, WebClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class, HttpClientAutoConfiguration.class))
		.withPropertyValues("scalekit.client-id=skc_1", "scalekit.client-secret=" + SECRET);

	private ApplicationContextRunner contextRunner = this.withoutHealth
		.withConfiguration(AutoConfigurations.of(HealthContributorAutoConfiguration.class,
				HealthContributorRegistryAutoConfiguration.class, HealthEndpointAutoConfiguration.class,
				AvailabilityProbesAutoConfiguration.class, EndpointAutoConfiguration.class))
		.withBean(ApplicationAvailabilityBean.class);

	@BeforeEach
	void start() {
		this.server.start();
		answer(okJson("{\"access_token\":\"token\",\"expires_in\":3600}"));
		this.contextRunner = this.contextRunner.withPropertyValues("scalekit.environment-url=" + this.server.baseUrl());
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	private void answer(ResponseDefinitionBuilder response) {
		this.server.stubFor(post("/oauth/token").willReturn(response));
	}

	@Test
	void probesOfServletApplicationsRequestOneToken() {
		this.contextRunner.run((context) -> {
			for (int i = 0; i < 10; i++) {
				assertUp(blocking(context));
			}
			assertThat(requests()).isEqualTo(1);
		});
	}

	@Test
	void probesOfReactiveApplicationsRequestOneToken() {
		this.contextRunner.run((context) -> {
			for (int i = 0; i < 10; i++) {
				assertUp(reactive(context));
			}
			assertThat(requests()).isEqualTo(1);
		});
	}

	private void assertUp(Health health) {
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsOnlyKeys("environmentUrl", "tokenUsableUntil")
			.hasEntrySatisfying("environmentUrl", (url) -> assertThat(url).hasToString(this.server.baseUrl()))
			.hasEntrySatisfying("tokenUsableUntil",
					(time) -> assertThat((Instant) time).isAfter(Instant.now().plusSeconds(3400)));
	}

	@Test
	void clientsAreCreatedByTheFirstProbe() {
		this.contextRunner.run((context) -> {
			assertThat(context.getBeanFactory().containsSingleton("scalekitHealthContributor")).isTrue();
			assertThat(context.getBeanFactory().containsSingleton("scalekitClients")).isFalse();
			blocking(context);
			assertThat(context.getBeanFactory().containsSingleton("scalekitClients")).isTrue();
		});
	}

	@Test
	void refusedCredentialsAreToldWithoutTheSecretAndWithoutFurtherRequests() {
		answer(jsonResponse("{\"error\":\"invalid_client\",\"error_description\":\"%s\"}".formatted(SECRET), 401));
		this.contextRunner.run((context) -> {
			for (int i = 0; i < 100; i++) {
				Health health = blocking(context);
				assertThat(health.getStatus()).isEqualTo(Status.DOWN);
				assertThat(health.getDetails())
					.containsOnlyKeys("environmentUrl", "error", "lastFailure", "lastFailureTime")
					.hasEntrySatisfying("error", (error) -> assertThat((String) error).contains("401 invalid_client")
						.contains("scalekit.client-secret"));
				assertThat(health.toString()).doesNotContain(SECRET);
			}
			assertThat(requests()).isEqualTo(1);
		});
	}

	@Test
	void probesRespectThePauseThatScalekitAsksFor() {
		answer(jsonResponse("{}", 503).withHeader("Retry-After", "20"));
		this.contextRunner.run((context) -> {
			for (int i = 0; i < 100; i++) {
				assertThat(reactive(context).getStatus()).isEqualTo(Status.DOWN);
			}
			assertThat(requests()).isEqualTo(1);
		});
	}

	@Test
	void probeDoesNotWaitForASlowTokenRequestAndDoesNotRepeatIt() {
		answer(okJson("{\"access_token\":\"token\"}").withFixedDelay(3000));
		this.contextRunner.run((context) -> {
			Health health = blocking(context);
			assertThat(health.getStatus()).isEqualTo(Status.DOWN);
			assertThat(health.getDetails()).containsEntry("error", "No access token within 2 seconds");
			assertThat(blocking(context).getStatus()).isEqualTo(Status.UP);
			assertThat(requests()).isEqualTo(1);
		});
	}

	@Test
	void failedRefreshIsToldWhileTheTokenIsUsable() {
		Instant usableUntil = Instant.parse("2026-01-01T12:00:00Z");
		Instant failureTime = Instant.parse("2026-01-01T11:00:00Z");
		ScalekitClients clients = mock(ScalekitClients.class);
		given(clients.environmentUrl()).willReturn(URI.create("https://acme.scalekit.com"));
		given(clients.tokenStatus())
			.willReturn(new TokenStatus(usableUntil, new TokenStatus.Failure("503 server_error", failureTime)));
		Health health = new ScalekitHealthIndicator(() -> clients).health().block();
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsAllEntriesOf(Map.of("tokenUsableUntil", usableUntil, "lastFailure",
				"503 server_error", "lastFailureTime", failureTime));
	}

	@Test
	void severalEnvironmentsAreToldApart() {
		this.contextRunner
			.withBean("second", ScalekitClients.class,
					() -> ScalekitClients.builder("http://localhost:1", "skc_2", SECRET).build(),
					(definition) -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false))
			.run((context) -> {
				HealthEndpoint endpoint = context.getBean(HealthEndpoint.class);
				assertThat(endpoint.healthForPath("scalekit", "scalekitClients").getStatus()).isEqualTo(Status.UP);
				assertThat(endpoint.healthForPath("scalekit", "second").getStatus()).isEqualTo(Status.DOWN);
				assertThat(endpoint.healthForPath("scalekit").getStatus()).isEqualTo(Status.DOWN);
			});
	}

	@Test
	void clientsOfTheApplicationAreProbed() {
		this.withoutHealth
			.withConfiguration(AutoConfigurations.of(HealthContributorAutoConfiguration.class,
					HealthContributorRegistryAutoConfiguration.class, HealthEndpointAutoConfiguration.class,
					EndpointAutoConfiguration.class))
			.withPropertyValues("scalekit.client-id=", "scalekit.client-secret=")
			.withBean("scalekitClients", ScalekitClients.class,
					() -> ScalekitClients.builder(this.server.baseUrl(), "skc_1", SECRET).build())
			.run((context) -> assertUp(blocking(context)));
	}

	@Test
	void isPartOfNoProbeOfThePlatform() {
		this.contextRunner.withPropertyValues("management.endpoint.health.probes.enabled=true").run((context) -> {
			HealthEndpointGroups groups = context.getBean(HealthEndpointGroups.class);
			assertThat(groups.getPrimary().isMember("scalekit")).isTrue();
			assertThat(groups.get("liveness").isMember("livenessState")).isTrue();
			assertThat(groups.get("liveness").isMember("scalekit")).isFalse();
			assertThat(groups.get("readiness").isMember("scalekit")).isFalse();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.health.scalekit.enabled=false", "management.health.defaults.enabled=false",
			"scalekit.enabled=false" })
	void canBeSwitchedOff(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ScalekitHealthIndicator.class));
	}

	@Test
	void backsOffWithoutTheHealthLibrary() {
		this.withoutHealth.withPropertyValues("scalekit.environment-url=https://acme.scalekit.com")
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.health.contributor"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ScalekitClients.class)
				.doesNotHaveBean(ScalekitHealthContributorAutoConfiguration.class));
	}

	@Test
	void backsOffForAnIndicatorOfTheApplication() {
		this.contextRunner
			.withBean("scalekitHealthIndicator", ReactiveHealthIndicator.class,
					() -> mock(ReactiveHealthIndicator.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ScalekitHealthIndicator.class));
	}

	private int requests() {
		return this.server.findAll(anyRequestedFor(anyUrl())).size();
	}

	/**
	 * The way of servlet applications.
	 */
	private static Health blocking(BeanFactory context) {
		IndicatedHealthDescriptor health = (IndicatedHealthDescriptor) context.getBean(HealthEndpoint.class)
			.healthForPath("scalekit");
		return new Health.Builder(health.getStatus(), health.getDetails()).build();
	}

	/**
	 * The way of reactive applications.
	 */
	private static Health reactive(BeanFactory context) {
		ReactiveHealthIndicator indicator = (ReactiveHealthIndicator) context
			.getBean(ReactiveHealthContributorRegistry.class)
			.getContributor("scalekit");
		return indicator.health(true).block();
	}

}
