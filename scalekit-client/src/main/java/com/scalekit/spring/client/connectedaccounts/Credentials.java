package com.scalekit.spring.client.connectedaccounts;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * The credentials of a connected account; {@code toString} leaves them out.
 */
public final class Credentials extends JsonObject<Credentials> {

	private Credentials(Map<String, @Nullable Object> members) {
		super(Credentials::new, members);
	}

	/**
	 * Create credentials that consist of tokens.
	 * @param token the tokens
	 * @return the credentials
	 */
	public static Credentials oauth(OAuthToken token) {
		return new Credentials(Map.of()).with("oauth_token", token);
	}

	/**
	 * Create credentials that do not change, such as an API key.
	 * @param details the credentials, whose names depend on the service
	 * @return the credentials
	 */
	public static Credentials ofDetails(Map<String, ? extends @Nullable Object> details) {
		return new Credentials(Map.of()).with("static_auth", Map.of("details", details));
	}

	/**
	 * Create credentials for the domain-wide delegation of Google.
	 * @param subject the user to act as
	 * @return the credentials
	 */
	public static Credentials googleDwd(String subject) {
		Assert.hasText(subject, "'subject' must not be empty");
		return new Credentials(Map.of()).with("google_dwd", Map.of("subject", subject));
	}

	/**
	 * Create credentials for a service that trusts Scalekit as an identity provider.
	 * @param dbUser the user of the database to act as
	 * @return the credentials
	 */
	public static Credentials trustedIdp(String dbUser) {
		Assert.hasText(dbUser, "'db_user' must not be empty");
		return new Credentials(Map.of()).with("trusted_idp", Map.of("db_user", dbUser));
	}

	@Override
	public String toString() {
		return "Credentials" + names();
	}

	/**
	 * Tokens that a service has issued.
	 */
	public static final class OAuthToken extends JsonObject<OAuthToken> {

		private OAuthToken(Map<String, @Nullable Object> members) {
			super(OAuthToken::new, members);
		}

		/**
		 * Start with an access token.
		 * @param accessToken the access token
		 * @return the tokens
		 * @throws IllegalArgumentException if the token is empty
		 */
		public static OAuthToken of(String accessToken) {
			Assert.hasText(accessToken, "'access_token' must not be empty");
			return new OAuthToken(Map.of()).withSecret("access_token", accessToken);
		}

		/**
		 * Set the refresh token, with which Scalekit gets new access tokens.
		 * @param refreshToken the refresh token
		 * @return a copy with the token
		 */
		public OAuthToken withRefreshToken(String refreshToken) {
			return withSecret("refresh_token", refreshToken);
		}

		/**
		 * Set what the user has agreed to.
		 * @param scopes the scopes
		 * @return a copy with the scopes
		 */
		public OAuthToken withScopes(String... scopes) {
			return with("scopes", List.of(scopes));
		}

		/**
		 * Set the domain of the service, if each of its customers has one.
		 * @param domain the domain
		 * @return a copy with the domain
		 */
		public OAuthToken withDomain(String domain) {
			return with("domain", domain);
		}

	}

}
