package com.scalekit.spring.client.connectedaccounts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Enveloped;

/**
 * A connected account; {@code toString} leaves the settings and the credentials out.
 *
 * @param id the identifier, starting with {@code ca_}
 * @param connector the name of the connection, such as {@code gmail}
 * @param connectionId the identifier of the connection
 * @param provider the service, such as {@code GMAIL}
 * @param identifier the application's identifier of the user
 * @param authorizationType how the account is authorized
 * @param status whether the account can be used
 * @param apiConfig the settings for calls to the service
 * @param authorizationDetails the credentials, or what is not secret of them
 * @param tokenExpiresAt when the access token expires, if it does
 * @param lastUsedAt when the account was last used, if it was
 * @param updatedAt when the account was last changed
 */
@Enveloped("connected_account")
public record ConnectedAccount(String id, String connector, String connectionId, String provider, String identifier,
		AuthorizationType authorizationType, ConnectedAccountStatus status, Map<String, @Nullable Object> apiConfig,
		@Nullable AuthorizationDetails authorizationDetails, @Nullable Instant tokenExpiresAt,
		@Nullable Instant lastUsedAt, @Nullable Instant updatedAt) {

	@Override
	public String toString() {
		return "ConnectedAccount[id=%s, connector=%s, identifier=%s, status=%s]".formatted(this.id, this.connector,
				this.identifier, this.status);
	}

	/**
	 * The credentials of an account, of one kind.
	 *
	 * @param oauthToken tokens that the service has issued
	 * @param staticAuth credentials that do not change, such as an API key
	 * @param googleDwd the domain-wide delegation of Google
	 * @param trustedIdp credentials of a service that trusts Scalekit as an identity
	 * provider
	 */
	public record AuthorizationDetails(@Nullable OAuthToken oauthToken, @Nullable StaticAuth staticAuth,
			@Nullable GoogleDwd googleDwd, @Nullable TrustedIdp trustedIdp) {

	}

	/**
	 * Tokens that the service has issued; {@code toString} leaves them out.
	 *
	 * @param accessToken the access token, empty unless it was asked for
	 * @param refreshToken the refresh token, empty unless it was asked for
	 * @param scopes what the user has agreed to
	 * @param domain the domain of the service, if each of its customers has one
	 */
	public record OAuthToken(String accessToken, String refreshToken, List<String> scopes, String domain) {

		@Override
		public String toString() {
			return "OAuthToken[scopes=%s, domain=%s]".formatted(this.scopes, this.domain);
		}

	}

	/**
	 * Credentials that do not change; {@code toString} only has their names.
	 *
	 * @param details the credentials, whose names depend on the service
	 */
	public record StaticAuth(Map<String, @Nullable Object> details) {

		@Override
		public String toString() {
			return "StaticAuth" + this.details.keySet();
		}

	}

	/**
	 * The domain-wide delegation of Google; {@code toString} leaves the token out.
	 *
	 * @param subject the user to act as
	 * @param accessToken the access token, empty unless it was asked for
	 * @param scopes what the token is for
	 * @param tokenExpiresAt when the token expires
	 */
	public record GoogleDwd(String subject, String accessToken, List<String> scopes, @Nullable Instant tokenExpiresAt) {

		@Override
		public String toString() {
			return "GoogleDwd[subject=%s, scopes=%s]".formatted(this.subject, this.scopes);
		}

	}

	/**
	 * Credentials of a service that trusts Scalekit as an identity provider;
	 * {@code toString} leaves the secrets out.
	 *
	 * @param dbUser the user of the database to act as
	 * @param accessKeyId the identifier of the access key
	 * @param secretAccessKey the access key, empty unless it was asked for
	 * @param sessionToken the token of the session, empty unless it was asked for
	 * @param expiry when the credentials expire
	 */
	public record TrustedIdp(String dbUser, String accessKeyId, String secretAccessKey, String sessionToken,
			@Nullable Instant expiry) {

		@Override
		public String toString() {
			return "TrustedIdp[dbUser=%s, accessKeyId=%s]".formatted(this.dbUser, this.accessKeyId);
		}

	}

}
