package com.scalekit.spring.client.error;

import java.io.Serial;

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

	/**
	 * Create an exception.
	 * @param error the error of the token endpoint
	 * @param message the message
	 */
	public ScalekitTokenException(OAuth2Error error, String message) {
		super(error, REGISTRATION_ID, message);
	}

	/**
	 * Create an exception with a cause.
	 * @param error the error of the token endpoint
	 * @param message the message
	 * @param cause the cause
	 */
	public ScalekitTokenException(OAuth2Error error, String message, Throwable cause) {
		super(error, REGISTRATION_ID, message, cause);
	}

}
