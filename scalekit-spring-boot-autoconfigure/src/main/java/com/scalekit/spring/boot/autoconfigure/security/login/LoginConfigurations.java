package com.scalekit.spring.boot.autoconfigure.security.login;

import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

import com.scalekit.spring.boot.autoconfigure.InvalidConfigurationException;
import com.scalekit.spring.boot.autoconfigure.ScalekitConnectionDetails;
import com.scalekit.spring.boot.autoconfigure.security.AuthoritiesProperties;
import com.scalekit.spring.boot.autoconfigure.security.SecurityEnvironment;
import com.scalekit.spring.client.InvalidSettingsException.Violation;
import com.scalekit.spring.security.keys.RemoteKeySet;
import com.scalekit.spring.security.login.ScalekitLogin;

/**
 * What both stacks share.
 */
final class LoginConfigurations {

	private LoginConfigurations() {
	}

	@Configuration(proxyBeanMethods = false)
	static class EnvironmentConfiguration {

		@Bean
		@ConditionalOnMissingBean(ScalekitLogin.class)
		ScalekitLogin scalekitLogin(LoginProperties properties, AuthoritiesProperties authorities,
				SecurityEnvironment environment, ObjectProvider<ScalekitConnectionDetails> connectionDetails) {
			properties.validate();
			ScalekitLogin.Builder login = ScalekitLogin
				.builder(environment.url(), clientId(properties, environment),
						clientSecret(properties, connectionDetails),
						environment.keySet(RemoteKeySet.CACHE_TTL, RemoteKeySet.REFETCH_INTERVAL))
				.webClient(environment.webClient())
				.authoritiesConverter(authorities.converter())
				.scopes(properties.scopes())
				.redirectUri(properties.redirectUri())
				.forwardedParameters(properties.parametersToForward())
				.idpInitiatedIssuers(properties.idpInitiated().issuers());
			if (StringUtils.hasText(properties.organizationId())) {
				login.organizationId(properties.organizationId());
			}
			if (StringUtils.hasText(properties.connectionId())) {
				login.connectionId(properties.connectionId());
			}
			return login.build();
		}

		private static String clientId(LoginProperties properties, SecurityEnvironment environment) {
			String clientId = StringUtils.hasText(properties.clientId()) ? properties.clientId()
					: environment.clientId();
			if (clientId == null) {
				throw new InvalidConfigurationException(new Violation("scalekit.client-id", "", "must not be empty",
						"the client identifier, such as skc_1234"));
			}
			return clientId;
		}

		/**
		 * What a bean of the application returns for the secret may change.
		 */
		private static Supplier<String> clientSecret(LoginProperties properties,
				ObjectProvider<ScalekitConnectionDetails> connectionDetails) {
			@Nullable String clientSecret = properties.clientSecret();
			return StringUtils.hasText(clientSecret) ? () -> clientSecret
					: Objects.requireNonNull(connectionDetails.getIfAvailable())::getClientSecret;
		}

	}

}
