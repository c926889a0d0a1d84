package com.scalekit.spring.boot.autoconfigure.security.resource;

import java.time.Clock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtGrantedAuthoritiesConverterAdapter;
import org.springframework.security.web.server.SecurityWebFilterChain;

import com.scalekit.spring.boot.autoconfigure.security.AuthoritiesProperties;
import com.scalekit.spring.boot.autoconfigure.security.SecurityEnvironment;
import com.scalekit.spring.client.apitokens.ApiTokensClient;
import com.scalekit.spring.security.resource.ApiTokenAuthenticationProvider;
import com.scalekit.spring.security.resource.BearerTokenWebFilter;
import com.scalekit.spring.security.resource.ReactiveBearerTokenManagerResolver;
import com.scalekit.spring.security.resource.ScalekitJwtDecoders;
import com.scalekit.spring.security.resource.ScalekitResourceServerConfigurer;

/**
 * The beans, in the order in which their conditions have to be evaluated.
 */
final class ResourceServerConfigurations {

	private static final String API_TOKENS = ResourceServerProperties.PREFIX + ".api-tokens.enabled";

	private ResourceServerConfigurations() {
	}

	private static ScalekitJwtDecoders.Builder decoder(ResourceServerProperties properties,
			SecurityEnvironment environment) {
		return ScalekitJwtDecoders
			.forEnvironment(environment.url(),
					environment.keySet(properties.jwkSet().cacheTtl(), properties.jwkSet().refetchInterval()))
			.audiences(properties.audiences(environment.clientId()))
			.issuers(properties.issuers())
			.machineTokensWithoutAudience(properties.machineTokensWithoutAudience())
			.clockSkew(properties.clockSkew());
	}

	/**
	 * Not a bean: an authentication provider that is one becomes the only one of the
	 * application.
	 */
	private static ApiTokenAuthenticationProvider apiTokens(ResourceServerProperties properties,
			AuthoritiesProperties authorities, ApiTokensClient client) {
		return new ApiTokenAuthenticationProvider(client, authorities.converter(), properties.apiTokens().cacheTtl(),
				Clock.systemUTC());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class ServletConfiguration {

		@Bean
		@ConditionalOnMissingBean(JwtDecoder.class)
		JwtDecoder scalekitJwtDecoder(ResourceServerProperties properties, SecurityEnvironment environment) {
			return decoder(properties, environment).build();
		}

		@Bean
		@ConditionalOnMissingBean(JwtAuthenticationConverter.class)
		JwtAuthenticationConverter scalekitJwtAuthenticationConverter(AuthoritiesProperties authorities) {
			JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
			converter.setJwtGrantedAuthoritiesConverter(authorities.converter());
			return converter;
		}

		@Bean
		Customizer<HttpSecurity> scalekitResourceServerCustomizer(ResourceServerProperties properties,
				AuthoritiesProperties authorities, ObjectProvider<ApiTokensClient> client) {
			ApiTokenAuthenticationProvider apiTokens = properties.apiTokens().enabled()
					? apiTokens(properties, authorities, client.getObject()) : null;
			return (http) -> http.with(new ScalekitResourceServerConfigurer(), (configurer) -> {
				if (apiTokens != null) {
					configurer.apiTokens(apiTokens);
				}
				if (!properties.metadata().isEmpty()) {
					configurer.metadata(properties.metadata().authorizationServers(), properties.metadata().scopes());
				}
			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	static class ReactiveConfiguration {

		@Bean
		@ConditionalOnMissingBean(ReactiveJwtDecoder.class)
		ReactiveJwtDecoder scalekitJwtDecoder(ResourceServerProperties properties, SecurityEnvironment environment) {
			return decoder(properties, environment).buildReactive();
		}

		@Bean
		@ConditionalOnMissingBean(ReactiveJwtAuthenticationConverter.class)
		ReactiveJwtAuthenticationConverter scalekitJwtAuthenticationConverter(AuthoritiesProperties authorities) {
			ReactiveJwtAuthenticationConverter converter = new ReactiveJwtAuthenticationConverter();
			converter.setJwtGrantedAuthoritiesConverter(
					new ReactiveJwtGrantedAuthoritiesConverterAdapter(authorities.converter()));
			return converter;
		}

		@Bean
		Customizer<ServerHttpSecurity> scalekitResourceServerCustomizer() {
			return BearerTokenWebFilter.customizer();
		}

	}

	/**
	 * Reactive chains have one manager for all tokens, so that a chain of the application
	 * has to name it. If there is none, ours is as strict as that of Spring Boot.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@ConditionalOnBooleanProperty(API_TOKENS)
	static class ReactiveApiTokensConfiguration {

		@Bean
		@ConditionalOnMissingBean
		ReactiveBearerTokenManagerResolver scalekitBearerTokenManagerResolver(ResourceServerProperties properties,
				AuthoritiesProperties authorities, ReactiveJwtDecoder decoder,
				ReactiveJwtAuthenticationConverter converter, ApiTokensClient client) {
			JwtReactiveAuthenticationManager accessTokens = new JwtReactiveAuthenticationManager(decoder);
			accessTokens.setJwtAuthenticationConverter(converter);
			return new ReactiveBearerTokenManagerResolver(accessTokens, apiTokens(properties, authorities, client));
		}

		@Bean
		@ConditionalOnMissingBean(SecurityWebFilterChain.class)
		SecurityWebFilterChain scalekitBearerTokenChain(ServerHttpSecurity http,
				ReactiveBearerTokenManagerResolver resolver) {
			return http.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.oauth2ResourceServer((server) -> server.authenticationManagerResolver(resolver))
				.build();
		}

	}

}
