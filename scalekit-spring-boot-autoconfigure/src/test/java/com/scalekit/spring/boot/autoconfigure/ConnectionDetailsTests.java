package com.scalekit.spring.boot.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConnectionDetailsTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ScalekitAutoConfiguration.class, WebClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class, HttpClientAutoConfiguration.class));

	@Test
	void everyBeanUsesTheConnectionDetails() {
		try (ScalekitServer server = ScalekitServer.start()) {
			this.contextRunner.withBean(ScalekitConnectionDetails.class, () -> connectionTo(server)).run((context) -> {
				assertThat(context.getBean(OrganizationsClient.class).list().totalSize()).isZero();
				assertThat(context.getBean(ReactiveOrganizationsClient.class).list().block()).isNotNull();
				assertThat(context.getBean("scalekitWebClient", WebClient.class)
					.get()
					.uri("/api/v1/organizations")
					.retrieve()
					.toBodilessEntity()
					.block()).isNotNull();
				assertThat(context.getBean(OAuth2AuthorizedClientManager.class).authorize(request())).isNotNull();
				assertThat(context.getBean(ReactiveOAuth2AuthorizedClientManager.class).authorize(request()).block())
					.isNotNull();
			});
			assertThat(server.tokens().issued()).isEqualTo(1);
		}
	}

	@Test
	void propertiesAreNotReadBesideABean() {
		try (ScalekitServer server = ScalekitServer.start()) {
			this.contextRunner.withBean(ScalekitConnectionDetails.class, () -> connectionTo(server))
				.withPropertyValues("scalekit.environment-url=ftp://not an environment", "scalekit.client-id=")
				.run((context) -> assertThat(context.getBean(OrganizationsClient.class).list().totalSize()).isZero());
		}
	}

	/**
	 * As for service connections, whose beans are registered before any configuration is
	 * processed.
	 */
	@Test
	void beanMayBeRegisteredEarly() {
		try (ScalekitServer server = ScalekitServer.start()) {
			this.contextRunner
				.withInitializer((context) -> context.getBeanFactory()
					.registerSingleton("scalekitServerConnection", connectionTo(server)))
				.run((context) -> assertThat(context.getBean(OrganizationsClient.class).list().totalSize()).isZero());
		}
	}

	@Test
	void secretThatIsReplacedInItsFileIsUsedWithoutARestart(@TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("client-secret"), "test_old\n");
		WireMockServer environment = new WireMockServer(WireMockConfiguration.options().dynamicPort());
		environment.start();
		try {
			acceptOnly(environment, "test_old", "token-1");
			this.contextRunner.withUserConfiguration(MountedSecret.class)
				.withPropertyValues("acme.scalekit-url=" + environment.baseUrl(), "acme.secret-file=file:" + file)
				.run((context) -> {
					OrganizationsClient organizations = context.getBean(OrganizationsClient.class);
					organizations.list();
					Files.writeString(file, "test_new\n");
					acceptOnly(environment, "test_new", "token-2");
					assertThat(organizations.list().organizations()).isEmpty();
				});
		}
		finally {
			environment.stop();
		}
	}

	private static void acceptOnly(WireMockServer environment, String secret, String token) {
		environment.resetMappings();
		environment.stubFor(any(anyUrl()).atPriority(10).willReturn(unauthorized()));
		environment.stubFor(post("/oauth/token").withFormParam("client_secret", equalTo(secret))
			.willReturn(okJson("{\"access_token\":\"%s\",\"expires_in\":3600}".formatted(token))));
		environment.stubFor(get("/api/v1/organizations").withHeader("Authorization", equalTo("Bearer " + token))
			.willReturn(okJson("{\"organizations\":[]}")));
	}

	@Test
	void secretThatCannotBeReadFailsTheCallAndNotTheStart() {
		this.contextRunner.withUserConfiguration(MountedSecret.class)
			.withPropertyValues("acme.scalekit-url=https://acme.scalekit.com", "acme.secret-file=file:missing")
			.run((context) -> assertThatExceptionOfType(ScalekitTokenException.class)
				.isThrownBy(() -> context.getBean(OrganizationsClient.class).list())
				.withMessageContaining("the client secret cannot be read"));
	}

	private static OAuth2AuthorizeRequest request() {
		return OAuth2AuthorizeRequest.withClientRegistrationId(ScalekitTokenException.REGISTRATION_ID)
			.principal(new AnonymousAuthenticationToken("key", "anonymous",
					AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")))
			.build();
	}

	private static ScalekitConnectionDetails connectionTo(ScalekitServer server) {
		return new ScalekitConnectionDetails() {

			@Override
			public String getEnvironmentUrl() {
				return server.url();
			}

			@Override
			public String getClientId() {
				return server.clientId();
			}

			@Override
			public String getClientSecret() {
				return server.clientSecret();
			}

		};
	}

	@Configuration(proxyBeanMethods = false)
	static class MountedSecret {

		@Bean
		ScalekitConnectionDetails scalekitConnection(@Value("${acme.scalekit-url}") String environmentUrl,
				@Value("${acme.secret-file}") Resource secretFile) {
			return new ScalekitConnectionDetails() {

				@Override
				public String getEnvironmentUrl() {
					return environmentUrl;
				}

				@Override
				public String getClientId() {
					return "skc_1234";
				}

				@Override
				public String getClientSecret() {
					try {
						return secretFile.getContentAsString(StandardCharsets.UTF_8).strip();
					}
					catch (IOException ex) {
						throw new UncheckedIOException(ex);
					}
				}

			};
		}

	}

}
