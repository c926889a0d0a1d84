package com.scalekit.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the application does to its own connectors is done to those of the clients, too.
 */
class ScalekitConnectorsTests {

	private final ScalekitServer server = ScalekitServer.start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ScalekitAutoConfiguration.class, WebClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class, HttpClientAutoConfiguration.class))
		.withPropertyValues("scalekit.environment-url=" + this.server.url(),
				"scalekit.client-id=" + this.server.clientId(), "scalekit.client-secret=" + this.server.clientSecret());

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void callsAndTokenRequestsHaveConnectionPoolsOfTheirOwn() {
		this.contextRunner.withUserConfiguration(RecordingCustomizer.class).run((context) -> {
			context.getBean(OrganizationsClient.class).list();
			assertThat(context.getBean(RecordingCustomizer.class).pools).contains("scalekit", "scalekit-token");
		});
	}

	@Test
	void poolOfAClientThatTheApplicationCreatesIsNotUsed() {
		this.contextRunner.withUserConfiguration(RecordingCustomizer.class, ApplicationPool.class).run((context) -> {
			context.getBean(OrganizationsClient.class).list();
			assertThat(context.getBean(RecordingCustomizer.class).pools).containsExactlyInAnyOrder("scalekit",
					"scalekit-token", "application");
		});
	}

	@Test
	void poolsAreClosedWithTheContext() {
		RecordingCustomizer recording = new RecordingCustomizer();
		this.contextRunner.withBean(ClientHttpConnectorBuilderCustomizer.class, recording::recording)
			.run((context) -> context.getBean(OrganizationsClient.class).list());
		assertThat(recording.providers).filteredOn((pool) -> String.valueOf(pool.name()).startsWith("scalekit"))
			.hasSize(2)
			.allMatch(ConnectionProvider::isDisposed);
	}

	/**
	 * The class loader of the application may know fewer libraries than ours.
	 */
	@Test
	void connectorIsOneThatTheClassLoaderOfTheApplicationKnows() {
		WireMockServer environment = new WireMockServer(WireMockConfiguration.options().dynamicPort());
		environment.start();
		try {
			environment
				.stubFor(post("/oauth/token").willReturn(okJson("{\"access_token\":\"token\",\"expires_in\":3600}")));
			environment.stubFor(get("/api/v1/organizations").willReturn(okJson("{\"organizations\":[]}")));
			new ApplicationContextRunner()
				.withConfiguration(
						AutoConfigurations.of(ScalekitAutoConfiguration.class, WebClientAutoConfiguration.class))
				.withPropertyValues("scalekit.environment-url=" + environment.baseUrl(), "scalekit.client-id=skc_1",
						"scalekit.client-secret=test_secret")
				.withClassLoader(new FilteredClassLoader("reactor.netty", "org.eclipse.jetty", "org.apache.hc"))
				.run((context) -> context.getBean(OrganizationsClient.class).list());
			environment.verify(
					getRequestedFor(urlEqualTo("/api/v1/organizations")).withHeader("HTTP2-Settings", matching(".+")));
		}
		finally {
			environment.stop();
		}
	}

	@Test
	void eventLoopsOfTheApplicationAreUsed() {
		this.contextRunner.withUserConfiguration(RecordingCustomizer.class, ApplicationEventLoops.class)
			.run((context) -> {
				context.getBean(OrganizationsClient.class).list();
				assertThat(context.getBean(RecordingCustomizer.class).threads).hasSize(2)
					.allSatisfy((thread) -> assertThat(thread).startsWith("application-loop"));
			});
	}

	@Test
	void connectorOfTheApplicationIsUsed() {
		this.contextRunner.withUserConfiguration(JdkCustomizer.class)
			.withPropertyValues("spring.http.clients.reactive.connector=jdk")
			.run((context) -> {
				context.getBean(OrganizationsClient.class).list();
				int ofTheApplication = 1;
				assertThat(context.getBean(JdkCustomizer.class).built).hasSize(ofTheApplication + 2);
			});
	}

	@Configuration(proxyBeanMethods = false)
	static class RecordingCustomizer {

		private final List<String> pools = new CopyOnWriteArrayList<>();

		private final List<ConnectionProvider> providers = new CopyOnWriteArrayList<>();

		private final List<String> threads = new CopyOnWriteArrayList<>();

		@Bean
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> recording() {
			return (builder) -> builder.withHttpClientCustomizer((client) -> {
				this.providers.add(client.configuration().connectionProvider());
				this.pools.add(String.valueOf(client.configuration().connectionProvider().name()));
				return client.doOnConnected((connection) -> this.threads.add(Thread.currentThread().getName()));
			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ApplicationPool {

		@Bean
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> pool() {
			return (builder) -> builder
				.withHttpClientFactory(() -> HttpClient.create(ConnectionProvider.create("application")));
		}

	}

	/**
	 * As Spring Boot does with the {@code ReactorResourceFactory} of an application.
	 */
	@Configuration(proxyBeanMethods = false)
	static class ApplicationEventLoops {

		@Bean
		ReactorResourceFactory reactorResourceFactory() {
			ReactorResourceFactory resources = new ReactorResourceFactory();
			resources.setUseGlobalResources(false);
			resources.setLoopResources(LoopResources.create("application-loop", 1, true));
			return resources;
		}

		@Bean
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> resources(
				ReactorResourceFactory resources) {
			return (builder) -> builder.withReactorResourceFactory(resources);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class JdkCustomizer {

		private final List<Object> built = new ArrayList<>();

		@Bean
		ClientHttpConnectorBuilderCustomizer<JdkClientHttpConnectorBuilder> jdk() {
			return (builder) -> builder.withHttpClientCustomizer(this.built::add);
		}

	}

}
