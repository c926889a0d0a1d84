package com.scalekit.spring.client.oauth2;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What there is to know about the access token, without the token.
 *
 * @param usableUntil the time until which the present token is used, which is shortly
 * before it expires, or {@code null} if there is none that can be used
 * @param lastFailure the failure of the last token request, or {@code null} if it did not
 * fail or there was none
 */
public record TokenStatus(@Nullable Instant usableUntil, @Nullable Failure lastFailure) {

	/**
	 * The failure of a token request.
	 *
	 * @param message the message, which holds neither the client secret nor a token
	 * @param time the time of the failure
	 */
	public record Failure(String message, Instant time) {

	}

}
