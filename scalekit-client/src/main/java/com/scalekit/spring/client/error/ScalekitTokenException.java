package com.scalekit.spring.client.error;

import java.io.Serial;
import java.time.Duration;

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
		this(error, message, (Duration) null);
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
	 * Create an exception with a cause.
	 * @param error the error of the token endpoint
	 * @param message the message
	 * @param cause the cause
	 */
	public ScalekitTokenException(OAuth2Error error, String message, Throwable cause) {
		super(error, REGISTRATION_ID, message, cause);
		this.retryAfter = null;
	}

	/**
	 * Create a copy for one of several callers with the same failure. What one of them
	 * adds to its exception, such as where it has waited, is not the others' business.
	 * @param shared the failure
	 * @return the copy
	 */
	public static ScalekitTokenException copyOf(ScalekitTokenException shared) {
		ScalekitTokenException copy = new ScalekitTokenException(shared.getError(), String.valueOf(shared.getMessage()),
				shared.retryAfter);
		if (shared.getCause() != null) {
			copy.initCause(shared.getCause());
		}
		return copy;
	}

	/**
	 * How long the token endpoint asks to wait.
	 * @return the waiting time, counted from the arrival of its response, or {@code null}
	 * if it does not ask for one
	 */
	public @Nullable Duration getRetryAfter() {
		return this.retryAfter;
	}

}
