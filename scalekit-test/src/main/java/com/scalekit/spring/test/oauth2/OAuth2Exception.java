package com.scalekit.spring.test.oauth2;

import java.util.Map;

import com.scalekit.spring.test.server.ApiResponse;

/**
 * Refuses a request with an error of OAuth 2.0.
 */
public final class OAuth2Exception extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient ApiResponse response;

	private OAuth2Exception(ApiResponse response, String description) {
		super(description, null, false, false);
		this.response = response;
	}

	/**
	 * Return {@code 400}.
	 * @param error the error, such as {@code invalid_grant}
	 * @param description the text for a developer
	 * @return the exception
	 */
	public static OAuth2Exception badRequest(String error, String description) {
		return new OAuth2Exception(response(400, error, description), description);
	}

	static OAuth2Exception invalidClient() {
		String description = "The client is unknown or its secret is wrong";
		return new OAuth2Exception(response(401, "invalid_client", description).withHeader("WWW-Authenticate", "Basic"),
				description);
	}

	private static ApiResponse response(int status, String error, String description) {
		return ApiResponse.json(status, Map.of("error", error, "error_description", description)).uncacheable();
	}

	ApiResponse response() {
		return this.response;
	}

}
