package com.scalekit.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What the clients take over from the application, and what they do not.
 */
class ScalekitWebClientTests {

	private final ScalekitServer server = ScalekitServer.start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ScalekitAutoConfiguration.class, WebClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class, HttpClientAutoConfiguration.class,
				CodecsAutoConfiguration.class, JacksonAutoConfiguration.class))
		.withPropertyValues("scalekit.environment-url=" + this.server.url(),
				"scalekit.client-id=" + this.server.clientId(), "scalekit.client-secret=" + this.server.clientSecret());

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void jsonOfTheApplicationDoesNotMatter() {
		this.contextRunner.withUserConfiguration(UnusualJson.class).run((context) -> {
			OrganizationsClient organizations = context.getBean(OrganizationsClient.class);
			Organization created = organizations.create(CreateOrganization.named("Acme").withExternalId("t-1"));
			assertThat(created.displayName()).isEqualTo("Acme");
			assertThat(organizations.getByExternalId("t-1")).isEqualTo(created);
			assertThat(organizations.list().totalSize()).isEqualTo(1);
		});
	}

	/**
	 * Codecs that are registered are asked before those that Spring has by default.
	 */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void codecsOfTheApplicationDoNotMatter(boolean registerDefaults) {
		this.contextRunner.withUserConfiguration(UnusualJson.class).withBean(CodecCustomizer.class, () -> (codecs) -> {
			JsonMapper unusual = JsonMapper.builder()
				.propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
				.build();
			codecs.registerDefaults(registerDefaults);
			codecs.defaultCodecs().maxInMemorySize(1);
			codecs.customCodecs().register(new JacksonJsonDecoder(unusual));
			codecs.customCodecs().register(new JacksonJsonEncoder(unusual));
		}).run((context) -> {
			OrganizationsClient organizations = context.getBean(OrganizationsClient.class);
			Organization created = organizations.create(CreateOrganization.named("Acme").withExternalId("t-1"));
			assertThat(organizations.getByExternalId("t-1")).isEqualTo(created);
			assertThatExceptionOfType(ScalekitApiException.NotFound.class).isThrownBy(() -> organizations.get("org_1"))
				.withMessageContaining("organization not found");
			assertThat(context.getBean("scalekitWebClient", WebClient.class)
				.get()
				.uri("/api/v1/organizations")
				.retrieve()
				.bodyToMono(String.class)
				.block()).startsWith("{");
		});
	}

	@Test
	void settingsOfTheApplicationsBuilderDoNotReachOtherServersOrCredentials() {
		this.contextRunner
			.withBean(WebClientCustomizer.class,
					() -> (builder) -> builder.baseUrl("https://api.example.com")
						.defaultHeader(HttpHeaders.AUTHORIZATION, "Basic application"))
			.run((context) -> assertThat(context.getBean(OrganizationsClient.class).list().totalSize()).isZero());
	}

	@Test
	void filtersOfTheApplicationSeeTheCallsWithoutTheToken() {
		HttpHeaders seen = new HttpHeaders();
		this.contextRunner.withBean(WebClientCustomizer.class, () -> (builder) -> builder.filter((request, next) -> {
			seen.addAll(request.headers());
			return next.exchange(request);
		})).run((context) -> {
			context.getBean(OrganizationsClient.class).list();
			assertThat(seen.getAccept()).isNotEmpty();
			assertThat(seen.containsHeader(HttpHeaders.AUTHORIZATION)).isFalse();
		});
	}

	@Test
	void buildersOfTheApplicationAreNotUsed() {
		this.contextRunner.withUserConfiguration(SeveralBuilders.class)
			.run((context) -> assertThat(context.getBean(OrganizationsClient.class).list().totalSize()).isZero());
		this.contextRunner.withUserConfiguration(LoadBalancedBuilder.class)
			.run((context) -> assertThat(context.getBean(OrganizationsClient.class).list().totalSize()).isZero());
	}

	@Test
	void customizersOfTheApplicationAreAppliedInTheirOrder() {
		List<String> seen = new ArrayList<>();
		this.contextRunner.withBean("second", WebClientCustomizer.class, () -> new OrderedCustomizer(2, seen))
			.withBean("first", WebClientCustomizer.class, () -> new OrderedCustomizer(1, seen))
			.run((context) -> {
				context.getBean(OrganizationsClient.class).list();
				assertThat(seen).containsExactly("1", "2");
			});
	}

	@Test
	void customizersChangeOurWebClientOnly() {
		this.contextRunner
			.withBean(ScalekitWebClientCustomizer.class,
					() -> (builder) -> builder
						.filter((request, next) -> Mono.error(new IllegalStateException("customized"))))
			.run((context) -> {
				assertThatIllegalStateException().isThrownBy(() -> context.getBean(OrganizationsClient.class).list())
					.withMessage("customized");
				assertThat(context.getBean(WebClient.Builder.class)
					.build()
					.get()
					.uri(this.server.url() + "/api/v1/organizations")
					.exchangeToMono((response) -> Mono.just(response.statusCode().value()))
					.block()).isEqualTo(401);
			});
	}

	@Test
	void webClientOfTheApplicationReplacesOurs() {
		this.contextRunner.withUserConfiguration(ReplacedWebClient.class)
			.run((context) -> assertThatIllegalStateException()
				.isThrownBy(() -> context.getBean(OrganizationsClient.class).list())
				.withMessage("replaced"));
	}

	@Test
	void requestTimeoutAndResponseSizeAreLimited() {
		this.contextRunner.withPropertyValues("scalekit.max-response-size=10B")
			.run((context) -> assertThatExceptionOfType(ScalekitTransportException.class)
				.isThrownBy(() -> context.getBean(OrganizationsClient.class).list())
				.withMessageContaining("larger than the configured maximum response size"));
		this.contextRunner.withPropertyValues("scalekit.request-timeout=1ms")
			.run((context) -> assertThatExceptionOfType(ScalekitTransportException.class)
				.isThrownBy(() -> context.getBean(OrganizationsClient.class).list())
				.withMessageContaining("request timeout of 1 ms"));
	}

	@Test
	void startingSendsNothing() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(OrganizationsClient.class));
		assertThat(this.server.tokens().issued()).isZero();
	}

	@Test
	void closingTheContextClosesTheClients() {
		OrganizationsClient[] organizations = new OrganizationsClient[1];
		this.contextRunner.run((context) -> {
			organizations[0] = context.getBean(OrganizationsClient.class);
			organizations[0].list();
			this.server.tokens().revokeAll();
		});
		assertThatExceptionOfType(ScalekitTokenException.class).isThrownBy(() -> organizations[0].list())
			.withMessageContaining("the Scalekit clients have been closed");
	}

	@Configuration(proxyBeanMethods = false)
	static class UnusualJson {

		@Bean
		JsonMapperBuilderCustomizer unusualJson() {
			return (builder) -> builder.propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
				.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
				.enable(DeserializationFeature.UNWRAP_ROOT_VALUE);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LoadBalancedBuilder {

		@Bean
		WebClient.Builder loadBalanced() {
			return WebClient.builder()
				.filter((request, next) -> Mono.error(new IllegalStateException("no instance of " + request.url())));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(LoadBalancedBuilder.class)
	static class SeveralBuilders {

		@Bean
		WebClient.Builder plain() {
			return WebClient.builder();
		}

	}

	record OrderedCustomizer(int order, List<String> seen) implements WebClientCustomizer, Ordered {

		@Override
		public int getOrder() {
			return this.order;
		}

		@Override
		public void customize(WebClient.Builder webClientBuilder) {
			webClientBuilder.filter((request, next) -> {
				this.seen.add(String.valueOf(this.order));
				return next.exchange(request);
			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReplacedWebClient {

		@Bean(defaultCandidate = false)
		WebClient scalekitWebClient(ScalekitClients scalekit) {
			return scalekit.webClient()
				.mutate()
				.filter((request, next) -> Mono.error(new IllegalStateException("replaced")))
				.build();
		}

	}

}
