package com.scalekit.spring.test.oauth2;

import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A token, and what comes with it.
 *
 * @param accessToken the access token
 * @param tokenType {@code Bearer}
 * @param expiresIn how long the access token is valid, in seconds
 * @param scope what the token is good for, or {@code null}
 * @param idToken who has signed in, or {@code null}
 * @param refreshToken what the next access token is issued for, or {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenResponse(String accessToken, String tokenType, long expiresIn, @Nullable String scope,
		@Nullable String idToken, @Nullable String refreshToken) {

	/**
	 * Return a bearer token.
	 * @param value the value of the access token
	 * @param lifetime how long it is valid
	 * @param scope what the token is good for, or {@code null}
	 * @return the token, and nothing else
	 */
	public static TokenResponse of(String value, Duration lifetime, @Nullable String scope) {
		return new TokenResponse(value, "Bearer", lifetime.toSeconds(), scope, null, null);
	}

	/**
	 * Return this token with others.
	 * @param idToken who has signed in, or {@code null}
	 * @param refreshToken what the next access token is issued for, or {@code null}
	 * @return a new response
	 */
	public TokenResponse with(@Nullable String idToken, @Nullable String refreshToken) {
		return new TokenResponse(this.accessToken, this.tokenType, this.expiresIn, this.scope, idToken, refreshToken);
	}

}
