package com.scalekit.spring.security.resource;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.oauth2.server.resource.OAuth2ProtectedResourceMetadata;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;

/**
 * Adds to a chain what its resource server needs for Scalekit's tokens. A chain that is
 * no resource server stays as it is.
 */
public final class ScalekitResourceServerConfigurer
		extends AbstractHttpConfigurer<ScalekitResourceServerConfigurer, HttpSecurity> {

	private @Nullable AuthenticationProvider apiTokens;

	private @Nullable Consumer<OAuth2ProtectedResourceMetadata.Builder> metadata;

	/**
	 * Creates a configurer.
	 */
	public ScalekitResourceServerConfigurer() {
	}

	/**
	 * Accepts API tokens besides access tokens.
	 * @param provider authenticates API tokens
	 * @return this configurer
	 */
	public ScalekitResourceServerConfigurer apiTokens(ApiTokenAuthenticationProvider provider) {
		this.apiTokens = provider;
		return this;
	}

	/**
	 * Names authorization servers and scopes in the metadata of the protected resource,
	 * from which MCP clients learn where to get a token.
	 * @param authorizationServers the issuer identifiers of the authorization servers
	 * @param scopes the scopes
	 * @return this configurer
	 */
	public ScalekitResourceServerConfigurer metadata(Collection<String> authorizationServers,
			Collection<String> scopes) {
		List<String> servers = List.copyOf(authorizationServers);
		List<String> names = List.copyOf(scopes);
		this.metadata = (builder) -> {
			servers.forEach(builder::authorizationServer);
			names.forEach(builder::scope);
		};
		return this;
	}

	@Override
	public void init(HttpSecurity http) {
		@SuppressWarnings("unchecked")
		OAuth2ResourceServerConfigurer<HttpSecurity> resourceServer = http
			.getConfigurer(OAuth2ResourceServerConfigurer.class);
		if (resourceServer == null) {
			return;
		}
		http.addFilterBefore(new BearerTokenServletFilter(), BearerTokenAuthenticationFilter.class);
		if (this.metadata != null) {
			resourceServer.protectedResourceMetadata(
					(configurer) -> configurer.protectedResourceMetadataCustomizer(this.metadata));
		}
		if (this.apiTokens != null) {
			http.with(new LastProvider(this.apiTokens), Customizer.withDefaults());
		}
	}

	/**
	 * Adds a provider after that of the resource server, which refuses what is not a JWT:
	 * the last refusal is the one that callers are told. Configurers that are added
	 * during initialization are initialized last.
	 */
	private static final class LastProvider extends AbstractHttpConfigurer<LastProvider, HttpSecurity> {

		private final AuthenticationProvider provider;

		LastProvider(AuthenticationProvider provider) {
			this.provider = provider;
		}

		@Override
		public void init(HttpSecurity http) {
			http.authenticationProvider(this.provider);
		}

	}

}
