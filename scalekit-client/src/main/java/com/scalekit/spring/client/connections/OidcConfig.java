package com.scalekit.spring.client.connections;

import java.util.List;

/**
 * The configuration of an OpenID Connect connection. Scalekit does not document whether
 * it masks the client secret; {@code toString} leaves the secret out.
 *
 * @param issuer the issuer of the identity provider's tokens
 * @param discoveryEndpoint the URL of the identity provider's metadata
 * @param authorizeUri the authorization endpoint
 * @param tokenUri the token endpoint
 * @param userInfoUri the user info endpoint
 * @param jwksUri the URL of the identity provider's keys
 * @param clientId the client id
 * @param clientSecret the client secret
 * @param tokenAuthType how the client authenticates at the token endpoint:
 * {@code URL_PARAMS} or {@code BASIC_AUTH}
 * @param scopes the scopes to ask for: {@code openid}, {@code profile}, {@code email},
 * {@code address}, {@code phone}
 * @param pkceEnabled whether PKCE is used
 * @param redirectUri the redirect URI to register with the identity provider
 * @param idpLogoutRequired whether users are signed out at the identity provider, too
 * @param postLogoutRedirectUri where the identity provider sends users after that
 * @param backchannelLogoutRedirectUri where the identity provider sends logout tokens
 * @param jitProvisioningWithSsoEnabled whether users are created when they first sign in
 * @param syncUserProfileOnLogin whether the profile of users is updated when they sign in
 */
public record OidcConfig(String issuer, String discoveryEndpoint, String authorizeUri, String tokenUri,
		String userInfoUri, String jwksUri, String clientId, String clientSecret, String tokenAuthType,
		List<String> scopes, boolean pkceEnabled, String redirectUri, boolean idpLogoutRequired,
		String postLogoutRedirectUri, String backchannelLogoutRedirectUri, boolean jitProvisioningWithSsoEnabled,
		boolean syncUserProfileOnLogin) {

	@Override
	public String toString() {
		return "OidcConfig[issuer=%s, clientId=%s, scopes=%s, redirectUri=%s]".formatted(this.issuer, this.clientId,
				this.scopes, this.redirectUri);
	}

}
