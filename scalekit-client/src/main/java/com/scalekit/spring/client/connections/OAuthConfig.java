package com.scalekit.spring.client.connections;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of an OAuth 2.0 connection. Scalekit does not document whether it
 * masks the client secret and the developer token; {@code toString} leaves them out.
 *
 * @param authorizeUri the authorization endpoint
 * @param tokenUri the token endpoint
 * @param userInfoUri the user info endpoint
 * @param clientId the client id
 * @param clientSecret the client secret
 * @param usePlatformCreds whether Scalekit's own client is used
 * @param tokenEndpointAuthMethod how the client authenticates at the token endpoint
 * @param scopes the scopes to ask for
 * @param customScopeName the name of the scope parameter if it is not the usual one, such
 * as {@code user_scope}
 * @param optionalScopes further scopes, {@code null} if there are none
 * @param redirectUri the redirect URI to register with the provider
 * @param pkceEnabled whether PKCE is used
 * @param accessType the parameter {@code access_type}, such as {@code offline}
 * @param tokenAccessType the parameter {@code token_access_type}, such as {@code offline}
 * @param prompt the parameter {@code prompt}, such as {@code none}
 * @param appName the name of the application, for providers that ask for it
 * @param tenantId the identifier of the Microsoft Entra tenant
 * @param googleadsDeveloperToken the developer token of Google Ads
 * @param cimd whether the client is registered by a client ID metadata document
 * @param syncUserProfileOnLogin whether the profile of users is updated when they sign in
 * @param extensions what the connection adds to OAuth 2.0, {@code null} if nothing
 */
public record OAuthConfig(String authorizeUri, String tokenUri, String userInfoUri, String clientId,
		String clientSecret, boolean usePlatformCreds, String tokenEndpointAuthMethod, List<String> scopes,
		String customScopeName, @Nullable OptionalScopes optionalScopes, String redirectUri, boolean pkceEnabled,
		String accessType, String tokenAccessType, String prompt, String appName, String tenantId,
		String googleadsDeveloperToken, @JsonProperty("is_cimd") boolean cimd, boolean syncUserProfileOnLogin,
		@Nullable Extensions extensions) {

	@Override
	public String toString() {
		return "OAuthConfig[authorizeUri=%s, clientId=%s, scopes=%s, redirectUri=%s]".formatted(this.authorizeUri,
				this.clientId, this.scopes, this.redirectUri);
	}

	/**
	 * Scopes that are sent in a parameter of their own.
	 *
	 * @param fieldName the name of the parameter
	 * @param scopes the scopes
	 */
	public record OptionalScopes(String fieldName, List<String> scopes) {

	}

	/**
	 * What a connection adds to OAuth 2.0.
	 *
	 * @param extraAuthorizeParams further parameters of authorization requests
	 * @param smart the parameters of SMART on FHIR, {@code null} for other connections
	 */
	public record Extensions(Map<String, String> extraAuthorizeParams, @Nullable Smart smart) {

	}

	/**
	 * The parameters of SMART on FHIR.
	 *
	 * @param aud the base URL of the FHIR server
	 * @param domain the domain of the FHIR server
	 */
	public record Smart(String aud, String domain) {

	}

}
