package com.scalekit.spring.test.connectedaccounts;

import java.nio.charset.StandardCharsets;

import com.scalekit.spring.test.server.ApiResponse;

/**
 * A response of the API of a service.
 */
public final class ProviderResponse {

	private final ApiResponse response;

	private ProviderResponse(ApiResponse response) {
		this.response = response;
	}

	/**
	 * Return a response without a body.
	 * @param status the HTTP status
	 * @return the response
	 */
	public static ProviderResponse of(int status) {
		return new ProviderResponse(ApiResponse.empty(status));
	}

	/**
	 * Return a response with a body.
	 * @param status the HTTP status
	 * @param json the body
	 * @return the response
	 */
	public static ProviderResponse json(int status, String json) {
		return of(status).withBody("application/json", json);
	}

	/**
	 * Return this response with another body.
	 * @param contentType the {@code Content-Type}
	 * @param body the body, sent in UTF-8
	 * @return a new response
	 */
	public ProviderResponse withBody(String contentType, String body) {
		return new ProviderResponse(this.response.withBody(contentType, body.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * Return this response with a header, which replaces one of the same name.
	 * @param name the name of the header
	 * @param value the value of the header
	 * @return a new response
	 */
	public ProviderResponse withHeader(String name, String value) {
		return new ProviderResponse(this.response.withHeader(name, value));
	}

	ApiResponse toApiResponse() {
		return this.response;
	}

}
