package com.scalekit.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.ScalekitContracts;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.mock;

class ScalekitAutoConfigurationTests {

	private final ApplicationContextRunner unconfigured = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ScalekitAutoConfiguration.class, WebClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class, HttpClientAutoConfiguration.class));

	private final ApplicationContextRunner contextRunner = this.unconfigured.withPropertyValues(
			"scalekit.environment-url=https://acme.scalekit.com", "scalekit.client-id=skc_1",
			"scalekit.client-secret=test_secret");

	@Test
	void definesTheBeans() {
		this.contextRunner.run((context) -> assertThat(context).hasNotFailed()
			.hasSingleBean(ScalekitConnectionDetails.class)
			.hasSingleBean(PropertiesScalekitConnectionDetails.class)
			.hasSingleBean(ScalekitClients.class)
			.hasBean("scalekitWebClient")
			.getBean("scalekitAuthorizedClientManager")
			.isInstanceOf(OAuth2AuthorizedClientManager.class));
		this.contextRunner.run((context) -> assertThat(context.getBean("scalekitReactiveAuthorizedClientManager"))
			.isInstanceOf(ReactiveOAuth2AuthorizedClientManager.class));
	}

	@Test
	void definesNoClientRegistrationRepository() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(ClientRegistrationRepository.class)
			.doesNotHaveBean(ReactiveClientRegistrationRepository.class));
	}

	@Test
	void backsOffWithoutConfiguration() {
		this.unconfigured.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(ScalekitConnectionDetails.class)
			.doesNotHaveBean(ScalekitClients.class)
			.doesNotHaveBean(OrganizationsClient.class)
			.doesNotHaveBean("scalekitWebClient")
			.doesNotHaveBean(OAuth2AuthorizedClientManager.class));
	}

	@Test
	void backsOffWhenDisabled() {
		this.contextRunner.withPropertyValues("scalekit.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(ScalekitAutoConfiguration.class)
				.doesNotHaveBean(OrganizationsClient.class));
	}

	@ParameterizedTest
	@CsvSource({ "com.scalekit.spring.client", "org.springframework.security.oauth2",
			"org.springframework.web.reactive.function.client" })
	void backsOffWithoutARequiredLibrary(String missingPackage) {
		this.contextRunner.withClassLoader(new FilteredClassLoader(missingPackage))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ScalekitAutoConfiguration.class));
	}

	@Test
	void worksWithoutReactorNetty() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("reactor.netty", "io.netty"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(OrganizationsClient.class));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "environment-url=https://acme.scalekit.com", "client-id=skc_1", "client-secret=test_secret" })
	void halfAConfigurationFails(String present) {
		this.unconfigured.withPropertyValues("scalekit." + present)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationException.class,
						(exception) -> assertThat(exception.getViolations()).hasSize(2)));
	}

	@Test
	void backsOffWhenEverythingIsEmpty() {
		this.unconfigured
			.withPropertyValues("scalekit.environment-url=", "scalekit.client-id= ", "scalekit.client-secret=${NONE:}")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ScalekitConnectionDetails.class));
	}

	@Test
	void insecureHttpIsAllowedOnRequest() {
		this.contextRunner
			.withPropertyValues("scalekit.environment-url=http://scalekit.internal",
					"scalekit.allow-insecure-http=true")
			.run((context) -> assertThat(context.getBean(ScalekitClients.class))
				.hasToString("ScalekitClients[http://scalekit.internal]"));
	}

	@Test
	void connectionDetailsReplaceTheProperties() {
		this.unconfigured.withUserConfiguration(CustomConnectionDetails.class)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(PropertiesScalekitConnectionDetails.class)
				.getBean(ScalekitClients.class)
				.hasToString("ScalekitClients[https://custom.scalekit.com]"));
		this.contextRunner.withUserConfiguration(CustomConnectionDetails.class)
			.run((context) -> assertThat(context.getBean(ScalekitClients.class))
				.hasToString("ScalekitClients[https://custom.scalekit.com]"));
	}

	@Test
	void webClientIsNoCandidateForPlainInjection() {
		this.contextRunner.withUserConfiguration(CustomWebClient.class, NeedsWebClient.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(NeedsWebClient.class).webClient)
				.isSameAs(context.getBean("applicationWebClient"));
		});
	}

	@Test
	void secondEnvironmentLeavesTheFirstAlone() {
		this.contextRunner
			.withBean("second", ScalekitClients.class,
					() -> ScalekitClients.builder("https://eu.scalekit.com", "skc_2", "test_2").build())
			.run((context) -> {
				assertThat(context).hasNotFailed().getBeans(ScalekitClients.class).hasSize(2);
				assertThat(context.getBean(OrganizationsClient.class))
					.hasToString("OrganizationsClient[https://acme.scalekit.com]");
			});
	}

	@Test
	void clientOfASecondEnvironmentThatIsNoDefaultCandidateLeavesTheFirstAlone() {
		this.contextRunner.withUserConfiguration(SecondEnvironment.class).run((context) -> {
			assertThat(context.getBean(OrganizationsClient.class))
				.hasToString("OrganizationsClient[https://acme.scalekit.com]");
			assertThat(context.getBean(NeedsBothClients.class).first)
				.hasToString("OrganizationsClient[https://acme.scalekit.com]");
			assertThat(context.getBean(NeedsBothClients.class).second)
				.hasToString("OrganizationsClient[https://eu.scalekit.com]");
		});
	}

	@Test
	void secondEnvironmentHasTheSettingsOfTheApplication() {
		this.contextRunner.withUserConfiguration(SecondEnvironment.class, RecordingConnectorBuilder.class)
			.withPropertyValues("scalekit.http.read-timeout=4s")
			.run((context) -> {
				context.getBean("second", ScalekitClients.class);
				assertThat(context.getBean(RecordingConnectorBuilder.class).settings)
					.filteredOn((settings) -> settings.redirects() == HttpRedirects.DONT_FOLLOW)
					.hasSize(2)
					.allSatisfy((settings) -> assertThat(settings.readTimeout()).hasSeconds(4));
			});
	}

	@Test
	void everythingWorksWithClientsOfTheApplicationOnly() {
		try (ScalekitServer server = ScalekitServer.start()) {
			this.unconfigured
				.withBean("scalekitClients", ScalekitClients.class,
						() -> ScalekitClients.builder(server.url(), server.clientId(), server.clientSecret()).build())
				.run((context) -> {
					assertThat(context).hasNotFailed()
						.hasSingleBean(ScalekitClients.class)
						.doesNotHaveBean(ScalekitConnectionDetails.class);
					assertThat(context.getBean(OrganizationsClient.class).list().totalSize()).isZero();
					assertThat(context.getBean(ReactiveOrganizationsClient.class).list().block()).isNotNull();
					assertThat(context.getBean("scalekitWebClient", WebClient.class))
						.isSameAs(context.getBean(ScalekitClients.class).webClient());
					assertThat(context.getBean(OAuth2AuthorizedClientManager.class)
						.authorize(OAuth2AuthorizeRequest.withClientRegistrationId("scalekit").principal("me").build()))
						.isNotNull();
				});
		}
	}

	@Test
	void managersBackOffWithClientRegistrationsOfTheApplication() {
		this.contextRunner.withBean(ClientRegistrationRepository.class, () -> mock(ClientRegistrationRepository.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(OAuth2AuthorizedClientManager.class)
				.doesNotHaveBean(ReactiveOAuth2AuthorizedClientManager.class)
				.hasSingleBean(OrganizationsClient.class));
		this.contextRunner
			.withBean(ReactiveClientRegistrationRepository.class,
					() -> mock(ReactiveClientRegistrationRepository.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(OAuth2AuthorizedClientManager.class)
				.doesNotHaveBean(ReactiveOAuth2AuthorizedClientManager.class));
	}

	@Test
	void managersBackOffWithAManagerOfTheApplication() {
		this.contextRunner
			.withBean(OAuth2AuthorizedClientManager.class, () -> mock(OAuth2AuthorizedClientManager.class))
			.run((context) -> assertThat(context).hasSingleBean(OAuth2AuthorizedClientManager.class)
				.doesNotHaveBean("scalekitAuthorizedClientManager")
				.doesNotHaveBean(ReactiveOAuth2AuthorizedClientManager.class));
	}

	@Test
	void propertiesDoNotShowTheSecret() {
		this.contextRunner.run((context) -> {
			assertThat(context.getBean(ScalekitProperties.class)).hasToString("ScalekitProperties");
			assertThat(context.getBean(ScalekitConnectionDetails.class).toString()).doesNotContain("test_secret");
		});
	}

	@Test
	void httpSettingsHaveDefaults() {
		this.contextRunner.withUserConfiguration(RecordingConnectorBuilder.class)
			.run((context) -> assertThat(settings(context))
				.filteredOn((settings) -> settings.redirects() == HttpRedirects.DONT_FOLLOW)
				.hasSize(2)
				.allSatisfy((settings) -> {
					assertThat(settings.connectTimeout()).hasSeconds(3);
					assertThat(settings.readTimeout()).hasSeconds(10);
				}));
	}

	@Test
	void httpSettingsOfTheApplicationReplaceTheDefaults() {
		this.contextRunner.withUserConfiguration(RecordingConnectorBuilder.class)
			.withPropertyValues("spring.http.clients.connect-timeout=1s", "spring.http.clients.read-timeout=2s",
					"spring.http.clients.redirects=follow", "scalekit.http.read-timeout=4s")
			.run((context) -> assertThat(settings(context))
				.filteredOn((settings) -> settings.redirects() == HttpRedirects.DONT_FOLLOW)
				.hasSize(2)
				.allSatisfy((settings) -> {
					assertThat(settings.connectTimeout()).hasSeconds(1);
					assertThat(settings.readTimeout()).hasSeconds(4);
				}));
	}

	private static List<HttpClientSettings> settings(ApplicationContext context) {
		context.getBean(ScalekitClients.class);
		return context.getBean(RecordingConnectorBuilder.class).settings;
	}

	@Test
	void injectingAClientOrManagerDoesNotCreateIt() {
		this.contextRunner.withUserConfiguration(RecordingConnectorBuilder.class).run((context) -> {
			assertThat(ScalekitContracts.all()).extracting(context::getBean).isNotEmpty().doesNotContainNull();
			assertThat(context.getBean(OAuth2AuthorizedClientManager.class)).isNotNull();
			assertThat(context.getBean(ReactiveOAuth2AuthorizedClientManager.class)).isNotNull();
			assertThat(context.getBean(RecordingConnectorBuilder.class).settings).isEmpty();
		});
	}

	@Test
	void startCreatesNoClientThatNobodyInjects() {
		Stream<String> contracts = ScalekitContracts.all()
			.stream()
			.map((contract) -> "scalekit" + contract.getSimpleName());
		List<String> names = Stream.concat(contracts, Stream.of("scalekitClients", "scalekitWebClient")).toList();
		this.contextRunner.run((context) -> assertThat(names).allMatch(context::containsBean)
			.noneMatch(context.getSourceApplicationContext().getBeanFactory()::containsSingleton));
	}

	@Configuration(proxyBeanMethods = false)
	static class CustomConnectionDetails {

		@Bean
		ScalekitConnectionDetails customConnectionDetails() {
			return new ScalekitConnectionDetails() {

				@Override
				public String getEnvironmentUrl() {
					return "https://custom.scalekit.com";
				}

				@Override
				public String getClientId() {
					return "skc_custom";
				}

				@Override
				public String getClientSecret() {
					return "test_custom";
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CustomWebClient {

		@Bean
		WebClient applicationWebClient(WebClient.Builder builder) {
			return builder.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(NeedsBothClients.class)
	static class SecondEnvironment {

		@Bean(defaultCandidate = false)
		ScalekitClients second(ScalekitClientsBuilderConfigurer configurer) {
			return configurer.configure(ScalekitClients.builder("https://eu.scalekit.com", "skc_2", "test_2")).build();
		}

		@Bean(defaultCandidate = false)
		OrganizationsClient secondOrganizations(@Qualifier("second") ScalekitClients second) {
			return second.create(OrganizationsClient.class);
		}

	}

	static class NeedsBothClients {

		private final OrganizationsClient first;

		private final OrganizationsClient second;

		NeedsBothClients(OrganizationsClient first, @Qualifier("secondOrganizations") OrganizationsClient second) {
			this.first = first;
			this.second = second;
		}

	}

	static class NeedsWebClient {

		private final WebClient webClient;

		NeedsWebClient(WebClient webClient) {
			this.webClient = webClient;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RecordingConnectorBuilder {

		private final List<HttpClientSettings> settings = new ArrayList<>();

		@Bean
		ClientHttpConnectorBuilder<?> connectorBuilder() {
			return (settings) -> {
				this.settings.add(settings);
				return ClientHttpConnectorBuilder.jdk().build(settings);
			};
		}

	}

}
