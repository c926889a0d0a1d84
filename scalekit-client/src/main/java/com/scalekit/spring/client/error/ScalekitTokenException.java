package com.scalekit.spring.client.error;

import java.io.Serial;
import java.time.Duration;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * There is no access token, so no call can be made. The message names the setting to fix,
 * if it is one; {@link #getError()} holds the error code of the token endpoint, such as
 * {@code invalid_client}. The client secret is not part of the exception.
 */
public class ScalekitTokenException extends ClientAuthorizationException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * The identifier of Scalekit's client registration in Spring Security.
	 */
	public static final String REGISTRATION_ID = "scalekit";

	private final @Nullable Duration retryAfter;

	/**
	 * Create an exception.
	 * @param error the error of the token endpoint
	 * @param message the message
	 */
	public ScalekitTokenException(OAuth2Error error, String message) {
		this(error, message, null);
	}

	/**
	 * Create an exception for a token endpoint that asks for a pause.
	 * @param error the error of the token endpoint
	 * @param message the message
	 * @param retryAfter how long the token endpoint asks to wait, or {@code null} if it
	 * does not
	 */
	public ScalekitTokenException(OAuth2Error error, String message, @Nullable Duration retryAfter) {
		super(error, REGISTRATION_ID, message);
		this.retryAfter = retryAfter;
	}

	/**
	 * How long the token endpoint asks to wait.
	 * @return the waiting time, counted from the arrival of its response, or {@code null}
	 * if it does not ask for one
	 */
	public @Nullable Duration getRetryAfter() {
		return this.retryAfter;
	}

	/**
	 * Whether the server may have executed the call. That is only possible if the call
	 * was retried and there was no access token for the retry. The failures of the
	 * earlier attempts are among the {@linkplain #getSuppressed() suppressed} exceptions.
	 * @return {@code false} if the server provably has not executed the call
	 */
	public boolean isPossiblyExecuted() {
		return Arrays.stream(getSuppressed()).anyMatch(ScalekitTokenException::isPossiblyExecuted);
	}

	private static boolean isPossiblyExecuted(Throwable attempt) {
		return (attempt instanceof ScalekitTransportException transport && transport.isPossiblyExecuted())
				|| (attempt instanceof ScalekitApiException response && response.getStatusCode().is5xxServerError());
	}

}
