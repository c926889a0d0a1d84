package com.scalekit.spring.test.oauth2;

import java.util.Map;

import com.scalekit.spring.test.server.ApiResponse;

/**
 * Refuses a request with an error of OAuth 2.0.
 */
public final class OAuth2Exception extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final String error;

	private OAuth2Exception(int status, String error, String description) {
		super(description, null, false, false);
		this.status = status;
		this.error = error;
	}

	/**
	 * Return {@code 400}.
	 * @param error the error, such as {@code invalid_grant}
	 * @param description the text for a developer
	 * @return the exception
	 */
	public static OAuth2Exception badRequest(String error, String description) {
		return new OAuth2Exception(400, error, description);
	}

	static OAuth2Exception invalidClient() {
		return new OAuth2Exception(401, "invalid_client", "The client is unknown or its secret is wrong");
	}

	ApiResponse toResponse() {
		ApiResponse response = ApiResponse
			.json(this.status, Map.of("error", this.error, "error_description", String.valueOf(getMessage())))
			.uncacheable();
		return (this.status == 401) ? response.withHeader("WWW-Authenticate", "Basic") : response;
	}

}
