package com.scalekit.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.netty.channel.ChannelOption;
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
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;

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
	void clientThatOnlyHasAnotherPoolGetsOurs() {
		this.contextRunner.withUserConfiguration(RecordingCustomizer.class, ApplicationPool.class).run((context) -> {
			context.getBean(OrganizationsClient.class).list();
			assertThat(context.getBean(RecordingCustomizer.class).pools).contains("scalekit", "scalekit-token");
		});
	}

	@Test
	@EnabledFromSpringBoot41
	void clientThatTheApplicationConfiguresKeepsItsPool() {
		this.contextRunner.withUserConfiguration(RecordingCustomizer.class, ApplicationClient.class).run((context) -> {
			context.getBean(OrganizationsClient.class).list();
			assertThat(context.getBean(RecordingCustomizer.class).pools).containsOnly("application");
		});
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

		private final List<String> threads = new CopyOnWriteArrayList<>();

		@Bean
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> recording() {
			return (builder) -> builder.withHttpClientCustomizer((client) -> {
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

	@Configuration(proxyBeanMethods = false)
	static class ApplicationClient {

		@Bean
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> client() {
			return (builder) -> builder
				.withHttpClientFactory(() -> HttpClient.create(ConnectionProvider.create("application"))
					.option(ChannelOption.SO_KEEPALIVE, true));
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
