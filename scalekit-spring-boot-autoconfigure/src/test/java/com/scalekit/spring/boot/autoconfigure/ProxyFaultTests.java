package com.scalekit.spring.boot.autoconfigure;

import java.io.IOException;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ApplicationContext;

import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Calls and token requests go through the same proxy, or both go without one. The
 * environment can only be reached through the proxy here.
 */
class ProxyFaultTests {

	private final ScalekitServer server = ScalekitServer.start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ScalekitAutoConfiguration.class, WebClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class, HttpClientAutoConfiguration.class))
		.withPropertyValues("scalekit.environment-url=http://scalekit.invalid", "scalekit.allow-insecure-http=true",
				"scalekit.client-id=" + this.server.clientId(), "scalekit.client-secret=" + this.server.clientSecret());

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void reactorNettyUsesTheProxyOfTheSystem() throws IOException {
		callsAndTokenRequestsUseTheProxyOfTheSystem(ClientHttpConnectorBuilder.reactor());
	}

	@Test
	void jdkUsesTheProxyOfTheSystem() throws IOException {
		callsAndTokenRequestsUseTheProxyOfTheSystem(ClientHttpConnectorBuilder.jdk());
	}

	private void callsAndTokenRequestsUseTheProxyOfTheSystem(ClientHttpConnectorBuilder<?> connector)
			throws IOException {
		try (TunnelProxy proxy = TunnelProxy.to(this.server.url())) {
			this.contextRunner.withBean(ClientHttpConnectorBuilder.class, () -> connector)
				.withSystemProperties("http.proxyHost=localhost", "http.proxyPort=" + proxy.port())
				.run(ProxyFaultTests::assertCallSucceeds);
			assertThat(proxy.requestLines()).isNotEmpty()
				.allSatisfy((line) -> assertThat(line).contains("scalekit.invalid"));
		}
	}

	static Stream<Named<ClientHttpConnectorBuilder<?>>> connectors() {
		return Stream.of(Named.of("Reactor Netty", ClientHttpConnectorBuilder.reactor()),
				Named.of("JDK", ClientHttpConnectorBuilder.jdk()));
	}

	@ParameterizedTest
	@MethodSource("connectors")
	void hostsWithoutProxyAreCalledDirectly(ClientHttpConnectorBuilder<?> connector) throws IOException {
		try (TunnelProxy proxy = TunnelProxy.to(this.server.url())) {
			this.contextRunner.withBean(ClientHttpConnectorBuilder.class, () -> connector)
				.withPropertyValues("scalekit.environment-url=" + this.server.url())
				.withSystemProperties("http.proxyHost=localhost", "http.proxyPort=" + proxy.port(),
						"http.nonProxyHosts=local*|*.internal")
				.run(ProxyFaultTests::assertCallSucceeds);
			assertThat(proxy.requestLines()).isEmpty();
		}
	}

	@Test
	void callsAndTokenRequestsHaveTheCredentialsOfTheSystem() throws IOException {
		try (TunnelProxy proxy = TunnelProxy.to(this.server.url(), "user", "test_password")) {
			this.contextRunner
				.withSystemProperties("https.proxyHost=localhost", "https.proxyPort=" + proxy.port(),
						"https.proxyUser=user", "https.proxyPassword=test_password")
				.run(ProxyFaultTests::assertCallSucceeds);
			assertThat(proxy.requestLines()).hasSize(2);
		}
	}

	@Test
	void callsAndTokenRequestsUseTheProxyOfTheApplication() throws IOException {
		try (TunnelProxy proxy = TunnelProxy.to(this.server.url(), "user", "test_password")) {
			this.contextRunner.withUserConfiguration(ProxyConfiguration.class)
				.withPropertyValues("proxy.port=" + proxy.port(), "proxy.password=test_password")
				.run(ProxyFaultTests::assertCallSucceeds);
			assertThat(proxy.requestLines()).hasSize(2);
		}
	}

	@Test
	void proxyThatRefusesTheCredentialsIsAskedOnce() throws IOException {
		try (TunnelProxy proxy = TunnelProxy.to(this.server.url(), "user", "test_password")) {
			this.contextRunner.withUserConfiguration(ProxyConfiguration.class)
				.withPropertyValues("proxy.port=" + proxy.port(), "proxy.password=test_wrong")
				.run((context) -> assertThatExceptionOfType(ScalekitTokenException.class)
					.isThrownBy(() -> context.getBean(OrganizationsClient.class).list())
					.withMessageContaining("407 Proxy Authentication Required")
					.withMessageContaining("localhost/127.0.0.1:" + proxy.port())
					.withMessageNotContaining("test_wrong"));
			assertThat(proxy.requestLines()).hasSize(1);
		}
	}

	private static void assertCallSucceeds(ApplicationContext context) {
		assertThat(context.getBean(OrganizationsClient.class).list().totalSize()).isZero();
	}

}
