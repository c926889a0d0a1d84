package com.scalekit.spring.boot.autoconfigure;

import java.util.List;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.InvalidSettingsException;
import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

/**
 * The beans, in the order in which their conditions have to be evaluated.
 */
final class ScalekitConfigurations {

	private ScalekitConfigurations() {
	}

	@Configuration(proxyBeanMethods = false)
	@Conditional(AnyConnectionProperty.class)
	static class ConnectionDetailsConfiguration {

		@Bean
		@ConditionalOnMissingBean(ScalekitConnectionDetails.class)
		PropertiesScalekitConnectionDetails scalekitConnectionDetails(ScalekitProperties properties) {
			return new PropertiesScalekitConnectionDetails(properties);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(ScalekitConnectionDetails.class)
	static class ClientsConfiguration {

		private final ConnectorSettings settings;

		/**
		 * What is wrong with the configuration is found at start, although the clients
		 * are made later.
		 */
		ClientsConfiguration(ScalekitConnectionDetails connectionDetails, ScalekitProperties properties,
				ObjectProvider<HttpClientSettings> settings, ObjectProvider<SslBundles> sslBundles) {
			validate(connectionDetails, properties);
			this.settings = new ConnectorSettings(
					properties.http().settings(settings.getIfAvailable(HttpClientSettings::defaults), sslBundles),
					sslBundles.getIfAvailable());
		}

		private static void validate(ScalekitConnectionDetails connectionDetails, ScalekitProperties properties) {
			try {
				builder(connectionDetails, properties).validate();
			}
			catch (InvalidSettingsException ex) {
				throw InvalidConfigurationException.of(ex, connectionDetails);
			}
		}

		private static ScalekitClients.Builder builder(ScalekitConnectionDetails connectionDetails,
				ScalekitProperties properties) {
			return connection(connectionDetails).allowInsecureHttp(properties.allowInsecureHttp())
				.scopes(properties.scopes())
				.requestTimeout(properties.requestTimeout())
				.maxRetries(properties.retry().maxRetries())
				.maxResponseSize(properties.maxResponseSize());
		}

		/**
		 * What a bean of the application returns for the secret may change.
		 */
		private static ScalekitClients.Builder connection(ScalekitConnectionDetails connectionDetails) {
			String environmentUrl = connectionDetails.getEnvironmentUrl();
			String clientId = connectionDetails.getClientId();
			return (connectionDetails instanceof PropertiesScalekitConnectionDetails)
					? ScalekitClients.builder(environmentUrl, clientId, connectionDetails.getClientSecret())
					: ScalekitClients.builder(environmentUrl, clientId, connectionDetails::getClientSecret);
		}

		@Bean
		@Lazy
		ScalekitConnectors scalekitConnectors(ScalekitProperties properties,
				ObjectProvider<ClientHttpConnectorBuilder<?>> connectorBuilder) {
			return new ScalekitConnectors(connectorBuilder.getIfAvailable(ClientHttpConnectorBuilder::detect),
					this.settings, properties.requestTimeout());
		}

		@Bean
		@Lazy
		@ConditionalOnMissingBean(name = "scalekitClients")
		ScalekitClients scalekitClients(ScalekitConnectionDetails connectionDetails, ScalekitProperties properties,
				ScalekitConnectors connectors, ObjectProvider<WebClient.Builder> webClientBuilder,
				ObjectProvider<ScalekitWebClientCustomizer> customizers,
				ObjectProvider<ObservationRegistry> observationRegistry, ObjectProvider<ScalekitMetrics> metrics) {
			ScalekitClients.Builder builder = builder(connectionDetails, properties)
				.webClientBuilder(webClientBuilder.getIfAvailable(WebClient::builder))
				.clientConnector(connectors.forCalls())
				.tokenConnector(connectors.forTokens());
			customizers.orderedStream().forEach((customizer) -> builder.customize(customizer::customize));
			observationRegistry.ifAvailable(builder::observationRegistry);
			metrics.ifAvailable(builder::listener);
			ScalekitClients clients = builder.build();
			metrics.ifAvailable((bound) -> bound.bindTo(clients));
			return clients;
		}

		@Bean(defaultCandidate = false)
		@Lazy
		@ConditionalOnMissingBean(name = "scalekitWebClient")
		WebClient scalekitWebClient(@Qualifier("scalekitClients") ScalekitClients scalekitClients) {
			return scalekitClients.webClient();
		}

	}

	/**
	 * Spring Security counts the managers and repositories by type, so one more of them
	 * would change an application that has an OAuth2 client set-up of its own. It also
	 * gets the managers when it starts, which must not create the clients.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(name = "scalekitClients")
	@ConditionalOnMissingBean({ ClientRegistrationRepository.class, ReactiveClientRegistrationRepository.class,
			OAuth2AuthorizedClientManager.class, ReactiveOAuth2AuthorizedClientManager.class })
	static class AuthorizedClientManagerConfiguration {

		@Bean
		OAuth2AuthorizedClientManager scalekitAuthorizedClientManager(
				@Qualifier("scalekitClients") ObjectProvider<ScalekitClients> scalekitClients) {
			SingletonSupplier<OAuth2AuthorizedClientManager> manager = SingletonSupplier
				.of(() -> scalekitClients.getObject().authorizedClientManager());
			return (request) -> manager.obtain().authorize(request);
		}

		@Bean
		ReactiveOAuth2AuthorizedClientManager scalekitReactiveAuthorizedClientManager(
				@Qualifier("scalekitClients") ObjectProvider<ScalekitClients> scalekitClients) {
			SingletonSupplier<ReactiveOAuth2AuthorizedClientManager> manager = SingletonSupplier
				.of(() -> scalekitClients.getObject().reactiveAuthorizedClientManager());
			return (request) -> manager.obtain().authorize(request);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(name = "scalekitClients")
	@ImportRuntimeHints(LazyClient.Hints.class)
	static class OrganizationsConfiguration {

		@Bean
		@Lazy
		@ConditionalOnMissingBean
		OrganizationsClient scalekitOrganizationsClient(BeanFactory beanFactory) {
			return LazyClient.create(OrganizationsClient.class, beanFactory);
		}

		@Bean
		@Lazy
		@ConditionalOnMissingBean
		ReactiveOrganizationsClient scalekitReactiveOrganizationsClient(BeanFactory beanFactory) {
			return LazyClient.create(ReactiveOrganizationsClient.class, beanFactory);
		}

	}

	/**
	 * Whether the connection is configured, if only in part: half a configuration is a
	 * mistake that has to be reported. What is empty counts as missing, such as a
	 * variable that a container passes on although nobody has set it. What is processed
	 * ahead of time may be configured only when it runs.
	 */
	static class AnyConnectionProperty extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			Binder binder = Binder.get(context.getEnvironment());
			List<String> present = PropertiesScalekitConnectionDetails.KEYS.stream()
				.filter((key) -> StringUtils.hasText(binder.bind(key, String.class).orElse(null)))
				.toList();
			ConditionMessage.Builder message = ConditionMessage.forCondition("Scalekit connection");
			if (context.getEnvironment().getProperty(AbstractAotProcessor.AOT_PROCESSING, boolean.class, false)) {
				return ConditionOutcome.match(message.because("it may be configured when the application runs"));
			}
			return present.isEmpty()
					? ConditionOutcome
						.noMatch(message.didNotFind("any property").items(PropertiesScalekitConnectionDetails.KEYS))
					: ConditionOutcome.match(message.found("property", "properties").items(present));
		}

	}

}
