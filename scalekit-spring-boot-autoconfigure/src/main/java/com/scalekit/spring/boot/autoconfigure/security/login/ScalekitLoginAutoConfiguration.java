package com.scalekit.spring.boot.autoconfigure.security.login;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.boot.autoconfigure.security.login.LoginConfigurations.EnvironmentConfiguration;
import com.scalekit.spring.boot.autoconfigure.security.resource.ScalekitResourceServerAutoConfiguration;
import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.security.login.ScalekitLogin;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for login with Scalekit. It is
 * active when {@code scalekit.login.enabled} is {@code true}. It precedes that of Spring
 * Boot, and with it that of the clients: these leave the authorized-client managers to an
 * application that has client registrations.
 */
@AutoConfiguration(before = ScalekitResourceServerAutoConfiguration.class, beforeName = {
		"org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration",
		"org.springframework.boot.security.oauth2.client.autoconfigure.reactive.ReactiveOAuth2ClientAutoConfiguration",
		"org.springframework.boot.security.oauth2.client.autoconfigure.servlet.OAuth2ClientWebSecurityAutoConfiguration",
		"org.springframework.boot.security.oauth2.client.autoconfigure.reactive.ReactiveOAuth2ClientWebSecurityAutoConfiguration",
		"com.scalekit.spring.boot.autoconfigure.ScalekitAutoConfiguration" })
@ConditionalOnClass(
		value = { ScalekitLogin.class, ScalekitClients.class, WebClient.class, ClientRegistration.class, Jwt.class },
		name = LoginStarter.MARKER)
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "scalekit.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty("scalekit.login.enabled")
@EnableConfigurationProperties(LoginProperties.class)
@Import({ EnvironmentConfiguration.class, ServletLoginConfiguration.class, ReactiveLoginConfiguration.class,
		ServletLoginChainConfiguration.class, ReactiveLoginChainConfiguration.class })
public final class ScalekitLoginAutoConfiguration {

	ScalekitLoginAutoConfiguration() {
	}

}
