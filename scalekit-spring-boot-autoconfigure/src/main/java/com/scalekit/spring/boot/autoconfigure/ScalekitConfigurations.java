package com.scalekit.spring.boot.autoconfigure;

import java.util.List;
import java.util.function.Function;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.InvalidSettingsException;
import com.scalekit.spring.client.ScalekitClients;

/**
 * The beans, in the order in which their conditions have to be evaluated.
 */
final class ScalekitConfigurations {

	private ScalekitConfigurations() {
	}

	@Configuration(proxyBeanMethods = false)
	static class BuilderConfiguration {

		@Bean
		@Lazy
		ScalekitClientsBuilderConfigurer scalekitClientsBuilderConfigurer(ScalekitProperties properties,
				ResourceLoader resourceLoader, ObjectProvider<ClientHttpConnectorBuilder<?>> connectorBuilder,
				ObjectProvider<HttpClientSettings> settings, ObjectProvider<SslBundles> sslBundles,
				ObjectProvider<WebClientCustomizer> webClientCustomizers,
				ObjectProvider<ObservationRegistry> observationRegistry,
				ObjectProvider<ScalekitWebClientCustomizer> scalekitWebClientCustomizers,
				ObjectProvider<ScalekitClientsBuilderCustomizer> builderCustomizers) {
			return new ScalekitClientsBuilderConfigurer(properties, resourceLoader, connectorBuilder, settings,
					sslBundles, webClientCustomizers, observationRegistry, scalekitWebClientCustomizers,
					builderCustomizers);
		}

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
	@Conditional(ClientsCondition.class)
	static class ClientsConfiguration {

		private final ScalekitConnectionDetails connectionDetails;

		private final ScalekitProperties properties;

		private final ScalekitClientsBuilderConfigurer configurer;

		/**
		 * What is wrong with the configuration is found at start, although the clients
		 * are made later. If there is none, an application that was processed ahead of
		 * time has to start nevertheless, as it does otherwise.
		 */
		ClientsConfiguration(ScalekitConnectionDetails connectionDetails, ScalekitProperties properties,
				ScalekitClientsBuilderConfigurer configurer) {
			this.connectionDetails = connectionDetails;
			this.properties = properties;
			this.configurer = configurer;
			boolean missing = connectionDetails instanceof PropertiesScalekitConnectionDetails details
					&& details.isEmpty();
			if (!missing) {
				build((builder) -> configurer.configureLimits(builder).validate());
			}
		}

		@Bean
		@Lazy
		@ConditionalOnMissingBean(name = "scalekitClients")
		ScalekitClients scalekitClients() {
			return build((builder) -> this.configurer.configure(builder).build());
		}

		private <T> T build(Function<ScalekitClients.Builder, T> result) {
			try {
				return result.apply(builder());
			}
			catch (InvalidSettingsException ex) {
				throw InvalidConfigurationException.of(ex, this::place);
			}
		}

		/**
		 * What a bean of the application returns for the secret may change.
		 */
		private ScalekitClients.Builder builder() {
			String environmentUrl = this.connectionDetails.getEnvironmentUrl();
			String clientId = this.connectionDetails.getClientId();
			ScalekitClients.Builder builder = (this.connectionDetails instanceof PropertiesScalekitConnectionDetails)
					? ScalekitClients.builder(environmentUrl, clientId, this.connectionDetails.getClientSecret())
					: ScalekitClients.builder(environmentUrl, clientId, this.connectionDetails::getClientSecret);
			return builder.allowInsecureHttp(this.properties.allowInsecureHttp()).scopes(this.properties.scopes());
		}

		private String place(String setting) {
			String key = ScalekitProperties.key(setting);
			boolean property = this.connectionDetails instanceof PropertiesScalekitConnectionDetails
					|| !ScalekitProperties.CONNECTION_KEYS.contains(key);
			return property ? key : ClassUtils.getUserClass(this.connectionDetails).getName() + ".get"
					+ StringUtils.capitalize(setting) + "()";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(name = "scalekitClients")
	static class WebClientConfiguration {

		@Bean(defaultCandidate = false)
		@Lazy
		@ConditionalOnMissingBean(name = "scalekitWebClient")
		WebClient scalekitWebClient(@Qualifier("scalekitClients") ScalekitClients scalekitClients) {
			return scalekitClients.webClient();
		}

		@Bean(LazyScalekitClients.BEAN_NAME)
		@Lazy
		LazyScalekitClients scalekitLazyClients(ConfigurableListableBeanFactory beanFactory) {
			return new LazyScalekitClients(beanFactory);
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
		OAuth2AuthorizedClientManager scalekitAuthorizedClientManager(LazyScalekitClients clients) {
			return (request) -> clients.get().authorizedClientManager().authorize(request);
		}

		@Bean
		ReactiveOAuth2AuthorizedClientManager scalekitReactiveAuthorizedClientManager(LazyScalekitClients clients) {
			return (request) -> clients.whenCreated()
				.flatMap((created) -> created.reactiveAuthorizedClientManager().authorize(request));
		}

	}

	/**
	 * Whether there are to be clients. An application that only validates access tokens
	 * has no client secret, and then half a configuration is a whole one. A login needs
	 * one, unless it has its own.
	 */
	static class ClientsCondition extends SpringBootCondition implements ConfigurationCondition {

		private static final String RESOURCE_SERVER = "scalekit.resource-server.enabled";

		private static final String API_TOKENS = "scalekit.resource-server.api-tokens.enabled";

		private static final String LOGIN = "scalekit.login.enabled";

		private static final String LOGIN_CLIENT_SECRET = "scalekit.login.client-secret";

		@Override
		public ConfigurationPhase getConfigurationPhase() {
			return ConfigurationPhase.REGISTER_BEAN;
		}

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			Environment environment = context.getEnvironment();
			ConditionMessage.Builder message = ConditionMessage.forCondition("Scalekit clients");
			boolean validationOnly = environment.getProperty(RESOURCE_SERVER, boolean.class, false)
					&& !environment.getProperty(API_TOKENS, boolean.class, false)
					&& (!environment.getProperty(LOGIN, boolean.class, false)
							|| StringUtils.hasText(environment.getProperty(LOGIN_CLIENT_SECRET)));
			return (validationOnly && isFromProperties(context)
					&& !StringUtils.hasText(environment.getProperty(ScalekitProperties.CLIENT_SECRET)))
							? ConditionOutcome
								.noMatch(message.didNotFind("property").items(ScalekitProperties.CLIENT_SECRET))
							: ConditionOutcome.match(message.because("there may be a client secret"));
		}

		private static boolean isFromProperties(ConditionContext context) {
			ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
			return beanFactory != null && beanFactory.getBeanNamesForType(PropertiesScalekitConnectionDetails.class,
					true, false).length > 0;
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
			List<String> present = ScalekitProperties.CONNECTION_KEYS.stream()
				.filter((key) -> StringUtils.hasText(binder.bind(key, String.class).orElse(null)))
				.toList();
			ConditionMessage.Builder message = ConditionMessage.forCondition("Scalekit connection");
			if (context.getEnvironment().getProperty(AbstractAotProcessor.AOT_PROCESSING, boolean.class, false)) {
				return ConditionOutcome.match(message.because("it may be configured when the application runs"));
			}
			return present.isEmpty()
					? ConditionOutcome
						.noMatch(message.didNotFind("any property").items(ScalekitProperties.CONNECTION_KEYS))
					: ConditionOutcome.match(message.found("property", "properties").items(present));
		}

	}

}
