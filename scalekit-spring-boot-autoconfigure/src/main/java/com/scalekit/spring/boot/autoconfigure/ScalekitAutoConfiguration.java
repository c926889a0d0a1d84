package com.scalekit.spring.boot.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.boot.autoconfigure.ScalekitConfigurations.AuthorizedClientManagerConfiguration;
import com.scalekit.spring.boot.autoconfigure.ScalekitConfigurations.BuilderConfiguration;
import com.scalekit.spring.boot.autoconfigure.ScalekitConfigurations.ClientsConfiguration;
import com.scalekit.spring.boot.autoconfigure.ScalekitConfigurations.ConnectionDetailsConfiguration;
import com.scalekit.spring.boot.autoconfigure.ScalekitConfigurations.WebClientConfiguration;
import com.scalekit.spring.client.ScalekitClients;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the Scalekit clients. It is
 * active when {@code scalekit.environment-url}, {@code scalekit.client-id} and
 * {@code scalekit.client-secret} are set, or when there is a
 * {@link ScalekitConnectionDetails} bean.
 */
@AutoConfiguration(after = WebClientAutoConfiguration.class, afterName = {
		"org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration",
		"org.springframework.boot.security.oauth2.client.autoconfigure.reactive.ReactiveOAuth2ClientAutoConfiguration" })
@ConditionalOnClass({ ScalekitClients.class, WebClient.class, ClientRegistration.class })
@ConditionalOnBooleanProperty(name = "scalekit.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ScalekitProperties.class)
@Import({ BuilderConfiguration.class, ConnectionDetailsConfiguration.class, ClientsConfiguration.class,
		WebClientConfiguration.class, AuthorizedClientManagerConfiguration.class,
		ScalekitContractsConfiguration.class })
public final class ScalekitAutoConfiguration {

	ScalekitAutoConfiguration() {
	}

}
