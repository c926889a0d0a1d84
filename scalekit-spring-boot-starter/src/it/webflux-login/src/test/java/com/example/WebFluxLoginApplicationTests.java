package com.example;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;

import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the application has set up for itself works as it does without the starter.
 */
class WebFluxLoginApplicationTests {

	private final ScalekitServer scalekit = ScalekitServer.start();

	private final ScalekitServer partner = ScalekitServer.start();

	@AfterEach
	void close() {
		this.scalekit.close();
		this.partner.close();
	}

	@Test
	void loginIsStillRequired() throws Exception {
		try (ConfigurableApplicationContext context = start(true)) {
			HttpResponse<String> response = get(context, "/hi");
			assertThat(response.statusCode()).isEqualTo(302);
			assertThat(response.headers().firstValue("Location").orElse("")).endsWith("/oauth2/authorization/github");
		}
	}

	@Test
	void managerOfTheApplicationWorks() throws Exception {
		try (ConfigurableApplicationContext context = start(true)) {
			HttpResponse<String> response = get(context, "/partner");
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).isNotBlank();
			assertThat(this.partner.tokens().issued()).isEqualTo(1);
			assertThat(this.scalekit.tokens().issued()).isZero();
		}
	}

	@Test
	void webClientOfTheApplicationIsItsOwn() {
		try (ConfigurableApplicationContext context = start(true)) {
			assertThat(context.getBean(WebFluxLoginApplication.class).webClient).isSameAs(context.getBean("webClient"));
		}
	}

	@Test
	void clientsWorkBesideIt() {
		try (ConfigurableApplicationContext context = start(true)) {
			OrganizationsClient organizations = context.getBean(OrganizationsClient.class);
			assertThat(organizations.create(CreateOrganization.named("Acme")).displayName()).isEqualTo("Acme");
			assertThat(organizations.list().totalSize()).isEqualTo(1);
		}
	}

	@Test
	void beansDifferByOursOnly() {
		Set<String> without;
		try (ConfigurableApplicationContext context = start(false)) {
			without = new TreeSet<>(List.of(context.getBeanDefinitionNames()));
		}
		try (ConfigurableApplicationContext context = start(true)) {
			assertThat(context.getBeanDefinitionNames()).containsAll(without);
			assertThat(Arrays.stream(context.getBeanDefinitionNames()).filter((name) -> !without.contains(name)))
				.allSatisfy((name) -> assertThat(name.toLowerCase()).containsAnyOf("scalekit", "organizationsclient"))
				.doesNotContain("scalekitAuthorizedClientManager", "scalekitReactiveAuthorizedClientManager");
			assertThat(context.getBeanNamesForType(OAuth2AuthorizedClientManager.class).length
					+ context.getBeanNamesForType(ReactiveOAuth2AuthorizedClientManager.class).length).isEqualTo(1);
		}
	}

	private ConfigurableApplicationContext start(boolean enabled) {
		return new SpringApplicationBuilder(WebFluxLoginApplication.class).run("--server.port=0",
				"--partner.url=" + this.partner.url(),
				"--spring.security.oauth2.client.registration.partner.client-id=" + this.partner.clientId(),
				"--spring.security.oauth2.client.registration.partner.client-secret=" + this.partner.clientSecret(),
				"--spring.security.oauth2.client.registration.partner.client-authentication-method=client_secret_post",
				"--scalekit.enabled=" + enabled, "--scalekit.environment-url=" + this.scalekit.url(),
				"--scalekit.client-id=" + this.scalekit.clientId(),
				"--scalekit.client-secret=" + this.scalekit.clientSecret());
	}

	private HttpResponse<String> get(ConfigurableApplicationContext context, String path) throws Exception {
		int port = ((WebServerApplicationContext) context).getWebServer().getPort();
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
				.header("Accept", "text/html")
				.build(), HttpResponse.BodyHandlers.ofString());
	}

}
