package com.scalekit.spring.boot.autoconfigure.security.resource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

import com.scalekit.spring.boot.autoconfigure.security.ScalekitSecurityAutoConfiguration;
import com.scalekit.spring.boot.autoconfigure.security.SecurityEnvironment;
import com.scalekit.spring.boot.autoconfigure.security.resource.ResourceServerConfigurations.ReactiveApiTokensConfiguration;
import com.scalekit.spring.boot.autoconfigure.security.resource.ResourceServerConfigurations.ReactiveConfiguration;
import com.scalekit.spring.boot.autoconfigure.security.resource.ResourceServerConfigurations.ServletConfiguration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for resource servers that accept
 * tokens of Scalekit. It is active when {@code scalekit.resource-server.enabled} is
 * {@code true}. It precedes that of Spring Boot, which was elsewhere before 4.1.
 */
@AutoConfiguration(after = ScalekitSecurityAutoConfiguration.class, beforeName = {
		"org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
		"org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
		"org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration",
		"org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.reactive.ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration" })
@ConditionalOnClass(value = BearerTokenAuthenticationToken.class, name = ResourceServerStarter.MARKER)
@ConditionalOnBooleanProperty("scalekit.resource-server.enabled")
@ConditionalOnBean(SecurityEnvironment.class)
@EnableConfigurationProperties(ResourceServerProperties.class)
@Import({ ServletConfiguration.class, ReactiveConfiguration.class, ReactiveApiTokensConfiguration.class })
public final class ScalekitResourceServerAutoConfiguration {

	ScalekitResourceServerAutoConfiguration() {
	}

}
