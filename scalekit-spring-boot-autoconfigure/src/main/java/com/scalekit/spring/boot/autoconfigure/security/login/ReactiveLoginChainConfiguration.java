package com.scalekit.spring.boot.autoconfigure.security.login;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.OAuth2ResourceServerSpec;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;

import com.scalekit.spring.security.resource.ReactiveBearerTokenManagerResolver;

/**
 * Chain of an application that has none and both signs users in and accepts access
 * tokens. Those of Spring Boot do only one of it. It is as strict as they are.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnClass(value = BearerTokenAuthenticationToken.class,
		name = "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties")
@ConditionalOnBooleanProperty("scalekit.resource-server.enabled")
@ConditionalOnMissingBean(SecurityWebFilterChain.class)
class ReactiveLoginChainConfiguration {

	@Bean
	SecurityWebFilterChain scalekitSecurityWebFilterChain(ServerHttpSecurity http,
			ObjectProvider<ReactiveBearerTokenManagerResolver> resolver) {
		return http.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
			.oauth2Login(Customizer.withDefaults())
			.oauth2Client(Customizer.withDefaults())
			.oauth2ResourceServer((server) -> accept(server, resolver.getIfUnique()))
			.build();
	}

	private static void accept(OAuth2ResourceServerSpec server, @Nullable ReactiveBearerTokenManagerResolver resolver) {
		if (resolver != null) {
			server.authenticationManagerResolver(resolver);
		}
		else {
			server.jwt(Customizer.withDefaults());
		}
	}

}
