package com.scalekit.spring.boot.autoconfigure;

import java.util.List;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.autoconfigure.beans.BeansEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.beans.BeansEndpoint;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.boot.webclient.autoconfigure.WebClientObservationAutoConfiguration;

import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * What the application shows of itself to those who watch it.
 */
class ObservationFaultTests {

	private final ScalekitServer server = ScalekitServer.start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ScalekitAutoConfiguration.class, WebClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class, HttpClientAutoConfiguration.class,
				MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
				SimpleMetricsExportAutoConfiguration.class, ObservationAutoConfiguration.class,
				WebClientObservationAutoConfiguration.class, EnvironmentEndpointAutoConfiguration.class,
				ConfigurationPropertiesReportEndpointAutoConfiguration.class, BeansEndpointAutoConfiguration.class))
		.withPropertyValues("management.endpoints.jmx.exposure.include=*", "spring.jmx.enabled=true",
				"scalekit.environment-url=" + this.server.url(), "scalekit.client-id=" + this.server.clientId(),
				"scalekit.client-secret=" + this.server.clientSecret());

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void endpointsDoNotShowTheSecret() {
		this.contextRunner.run((context) -> {
			context.getBean(OrganizationsClient.class).list();
			JsonMapper json = JsonMapper.builder().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS).build();
			List<Object> answers = List.of(context.getBean(EnvironmentEndpoint.class).environment(null),
					context.getBean(EnvironmentEndpoint.class).environmentEntry("scalekit.client-secret"),
					context.getBean(ConfigurationPropertiesReportEndpoint.class).configurationProperties(),
					context.getBean(BeansEndpoint.class).beans());
			String text = answers.stream().map(json::writeValueAsString).collect(Collectors.joining());
			assertThat(text).contains("scalekit.client-secret")
				.contains("scalekitOrganizationsClient")
				.doesNotContain(this.server.clientSecret());
		});
	}

	@Test
	void valuesOfPropertiesDoNotShowTheSecretInText() {
		this.contextRunner.run((context) -> assertThat(context.getBeansOfType(ScalekitProperties.class).values())
			.isNotEmpty()
			.allSatisfy((properties) -> assertThat(properties.toString()).doesNotContain(this.server.clientSecret())));
	}

	/**
	 * The observation of a request is stopped after its result has reached the caller.
	 */
	@Test
	void tagsOfMetricsNameTheOperationButNoValues() {
		String id = this.server.organizations().add("Acme");
		this.contextRunner.run((context) -> {
			OrganizationsClient organizations = context.getBean(OrganizationsClient.class);
			organizations.get(id);
			organizations.list(10, null);
			assertThat(catchThrowable(() -> organizations.list(10, "secret-page-token"))).isNotNull();
			assertThat(catchThrowable(() -> organizations.getByExternalId("secret-tenant"))).isNotNull();
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			await().untilAsserted(() -> assertThat(requests(registry)).extracting((meter) -> meter.getTag("uri"))
				.containsOnly("/api/v1/organizations/{id}", "/api/v1/organizations",
						"/api/v1/organizations:external/{externalId}"));
			assertThat(requests(registry).toString()).doesNotContain(id)
				.doesNotContain("secret-")
				.doesNotContain("Bearer")
				.doesNotContain(this.server.clientSecret());
		});
	}

	private static List<Meter.Id> requests(MeterRegistry registry) {
		return registry.getMeters()
			.stream()
			.map(Meter::getId)
			.filter((meter) -> meter.getName().equals("http.client.requests"))
			.toList();
	}

}
