package com.scalekit.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.apache.hc.client5.http.impl.DefaultRedirectStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.netty.http.client.HttpClient;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.OrganizationsClient;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Redirects and forbidden addresses, with each connector an application may have.
 */
class ConnectorFaultTests {

	private static final String ORGANIZATION = "{\"organization\":{\"id\":\"org_1\",\"display_name\":\"Acme\"}}";

	private final WireMockServer api = new WireMockServer(WireMockConfiguration.options().dynamicPort());

	private final WireMockServer foreign = new WireMockServer(WireMockConfiguration.options().dynamicPort());

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ScalekitAutoConfiguration.class, WebClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class, HttpClientAutoConfiguration.class));

	@BeforeEach
	void start() {
		this.api.start();
		this.foreign.start();
		this.foreign.stubFor(any(anyUrl()).willReturn(okJson(ORGANIZATION)));
		this.api.stubFor(post("/oauth/token").willReturn(okJson("""
				{"access_token":"token","token_type":"Bearer","expires_in":3600}""")));
	}

	@AfterEach
	void stop() {
		this.foreign.stop();
		this.api.stop();
	}

	static Stream<Named<ClientHttpConnectorBuilder<?>>> connectors() {
		return Stream.of(Named.of("Reactor Netty", ClientHttpConnectorBuilder.reactor()),
				Named.of("JDK", ClientHttpConnectorBuilder.jdk()),
				Named.of("Jetty", ClientHttpConnectorBuilder.jetty()),
				Named.of("HttpComponents", ClientHttpConnectorBuilder.httpComponents()));
	}

	static Stream<Arguments> redirects() {
		return connectors().flatMap((connector) -> Arrays.stream(new int[] { 301, 302, 303, 307, 308 })
			.mapToObj((status) -> Arguments.of(connector, status)));
	}

	@ParameterizedTest
	@MethodSource("redirects")
	void noConnectorFollowsARedirectOfACall(ClientHttpConnectorBuilder<?> connector, int status) {
		for (String target : List.of(this.foreign.baseUrl() + "/api/v1/organizations/org_1",
				this.api.baseUrl() + "/api/v1/elsewhere", "//localhost:" + this.foreign.port() + "/x")) {
			this.api.resetRequests();
			this.api.stubFor(any(urlPathMatching("/api/.*"))
				.willReturn(jsonResponse("{}", status).withHeader("Location", target)));
			run(connector).run((context) -> {
				OrganizationsClient organizations = context.getBean(OrganizationsClient.class);
				assertThatExceptionOfType(ScalekitApiException.class).isThrownBy(() -> organizations.get("org_1"))
					.satisfies((failure) -> assertThat(failure.getStatusCode().value()).isEqualTo(status));
				assertThatExceptionOfType(ScalekitApiException.class)
					.isThrownBy(() -> organizations.create(CreateOrganization.named("Acme")));
			});
			assertThat(this.api.getAllServeEvents()).hasSize(3);
			assertThat(this.foreign.getAllServeEvents()).isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("redirects")
	void noConnectorFollowsARedirectOfATokenRequest(ClientHttpConnectorBuilder<?> connector, int status) {
		this.api.stubFor(post("/oauth/token")
			.willReturn(jsonResponse("{}", status).withHeader("Location", this.foreign.baseUrl() + "/oauth/token")));
		run(connector).run((context) -> assertThatExceptionOfType(ScalekitTokenException.class)
			.isThrownBy(() -> context.getBean(OrganizationsClient.class).get("org_1")));
		assertThat(this.foreign.getAllServeEvents()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("connectors")
	void settingsOfTheApplicationCannotSwitchRedirectsOn(ClientHttpConnectorBuilder<?> connector) {
		this.api.stubFor(any(urlPathMatching("/api/.*"))
			.willReturn(jsonResponse("{}", 302).withHeader("Location", this.foreign.baseUrl() + "/x")));
		run(connector).withPropertyValues("spring.http.clients.redirects=follow")
			.run((context) -> assertThatExceptionOfType(ScalekitApiException.class)
				.isThrownBy(() -> context.getBean(OrganizationsClient.class).get("org_1")));
		assertThat(this.foreign.getAllServeEvents()).isEmpty();
	}

	@Test
	void addressesTheApplicationForbidsAreNotCalled() {
		run(ClientHttpConnectorBuilder.reactor())
			.withBean(InetAddressFilter.class, InetAddressFilter::externalAddresses)
			.run((context) -> assertThat(catchThrowable(() -> context.getBean(OrganizationsClient.class).list()))
				.isInstanceOf(ScalekitTokenException.class));
		assertThat(this.api.getAllServeEvents()).isEmpty();
		run(ClientHttpConnectorBuilder.reactor())
			.withBean(InetAddressFilter.class, InetAddressFilter::internalAddresses)
			.run((context) -> assertThat(catchThrowable(() -> context.getBean(OrganizationsClient.class).list()))
				.isInstanceOf(ScalekitApiException.NotFound.class));
	}

	static Stream<Named<ClientHttpConnectorBuilder<?>>> connectorsThatFollowRedirects() {
		return Stream.of(
				Named.of("Reactor Netty",
						ClientHttpConnectorBuilder.reactor()
							.withHttpClientCustomizer((client) -> client.followRedirect(true))),
				Named.of("Reactor Netty, configured", ClientHttpConnectorBuilder.reactor()
					.withHttpClientFactory(
							() -> HttpClient.create().followRedirect(true).responseTimeout(Duration.ofSeconds(9)))),
				Named.of("JDK",
						ClientHttpConnectorBuilder.jdk()
							.withHttpClientCustomizer(
									(client) -> client.followRedirects(java.net.http.HttpClient.Redirect.ALWAYS))),
				Named.of("Jetty",
						ClientHttpConnectorBuilder.jetty()
							.withHttpClientCustomizer((client) -> client.setFollowRedirects(true))),
				Named.of("HttpComponents",
						ClientHttpConnectorBuilder.httpComponents()
							.withHttpClientCustomizer(
									(client) -> client.setRedirectStrategy(DefaultRedirectStrategy.INSTANCE))));
	}

	@ParameterizedTest
	@MethodSource("connectorsThatFollowRedirects")
	void httpClientsOfTheApplicationCannotSwitchRedirectsOn(ClientHttpConnectorBuilder<?> connector) {
		this.api.stubFor(post("/oauth/token")
			.willReturn(jsonResponse("{}", 307).withHeader("Location", this.foreign.baseUrl() + "/oauth/token")));
		run(connector).run((context) -> assertThatExceptionOfType(ScalekitTokenException.class)
			.isThrownBy(() -> context.getBean(OrganizationsClient.class).get("org_1"))
			.withMessageContaining("307"));
		assertThat(this.foreign.getAllServeEvents()).isEmpty();
	}

	private ApplicationContextRunner run(ClientHttpConnectorBuilder<?> connector) {
		return this.contextRunner.withBean(ClientHttpConnectorBuilder.class, () -> connector)
			.withPropertyValues("scalekit.environment-url=" + this.api.baseUrl(), "scalekit.client-id=skc_1",
					"scalekit.client-secret=test_secret", "scalekit.retry.max-retries=0");
	}

}
