package com.scalekit.spring.boot.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;

import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An application context that is closed and started again in the same JVM.
 */
class RestartFaultTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ScalekitAutoConfiguration.class, WebClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class, HttpClientAutoConfiguration.class));

	@Test
	void restartedContextSharesNothingWithTheOldOne() {
		try (ScalekitServer server = ScalekitServer.start()) {
			OrganizationsClient[] stale = new OrganizationsClient[1];
			ApplicationContextRunner configured = this.contextRunner.withPropertyValues(
					"scalekit.environment-url=" + server.url(), "scalekit.client-id=" + server.clientId(),
					"scalekit.client-secret=" + server.clientSecret());
			configured.run((context) -> {
				stale[0] = context.getBean(OrganizationsClient.class);
				assertThat(stale[0].list().totalSize()).isZero();
			});
			server.tokens().revokeAll();
			configured
				.run((context) -> assertThat(context.getBean(OrganizationsClient.class).list().totalSize()).isZero());
			assertThat(server.tokens().issued()).isEqualTo(2);
			assertThatExceptionOfType(Exception.class).isThrownBy(() -> stale[0].list());
			assertThat(server.tokens().issued()).isEqualTo(2);
		}
	}

	@Test
	void newSecretIsUsedAfterARestart() {
		try (ScalekitServer server = ScalekitServer.start()) {
			ApplicationContextRunner configured = this.contextRunner.withPropertyValues(
					"scalekit.environment-url=" + server.url(), "scalekit.client-id=" + server.clientId());
			configured.withPropertyValues("scalekit.client-secret=test_old")
				.run((context) -> assertThatExceptionOfType(ScalekitTokenException.class)
					.isThrownBy(() -> context.getBean(OrganizationsClient.class).list()));
			configured.withPropertyValues("scalekit.client-secret=" + server.clientSecret())
				.run((context) -> assertThat(context.getBean(OrganizationsClient.class).list().totalSize()).isZero());
		}
	}

}
