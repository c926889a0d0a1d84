package com.scalekit.spring.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.ApiResponse;

/**
 * A response that a test makes up. The errors have the body that Scalekit's errors have.
 *
 * @see NextRequest#respondsWith(ScriptedResponse)
 */
public final class ScriptedResponse {

	private static final String BAD_GATEWAY = """
			<html>
			<head><title>502 Bad Gateway</title></head>
			<body><h1>502 Bad Gateway</h1></body>
			</html>
			""";

	private final ApiResponse response;

	private ScriptedResponse(ApiResponse response) {
		this.response = response;
	}

	/**
	 * Return a response without a body.
	 * @param status the HTTP status, 200 to 599
	 * @return the response
	 */
	public static ScriptedResponse of(int status) {
		if (status < 200 || status > 599) {
			throw new IllegalArgumentException("The status must be from 200 to 599: " + status);
		}
		return new ScriptedResponse(ApiResponse.empty(status));
	}

	/**
	 * Return {@code 400} as for an argument that is not valid.
	 * @return the response
	 */
	public static ScriptedResponse badRequest() {
		return error(ApiException.invalidArgument("Invalid argument"));
	}

	/**
	 * Return {@code 401} as for a token that is not valid.
	 * @return the response
	 */
	public static ScriptedResponse unauthorized() {
		return error(ApiException.unauthenticated("Token invalid or expired"));
	}

	/**
	 * Return {@code 403}.
	 * @return the response
	 */
	public static ScriptedResponse forbidden() {
		return error(ApiException.permissionDenied("Permission denied"));
	}

	/**
	 * Return {@code 404} as for a resource that does not exist.
	 * @return the response
	 */
	public static ScriptedResponse notFound() {
		return error(ApiException.resourceNotFound("Not found"));
	}

	/**
	 * Return {@code 409} as for a resource that exists already.
	 * @return the response
	 */
	public static ScriptedResponse conflict() {
		return error(ApiException.alreadyExists("Already exists"));
	}

	/**
	 * Return {@code 429} as for a client that is over its rate limit, without
	 * {@code Retry-After}.
	 * @return the response
	 */
	public static ScriptedResponse tooManyRequests() {
		return error(ApiException.rateLimited("Rate limit exceeded"));
	}

	/**
	 * Return {@code 429} with {@code Retry-After}.
	 * @param retryAfter the time to wait, in whole seconds and not negative
	 * @return the response
	 */
	public static ScriptedResponse tooManyRequests(Duration retryAfter) {
		if (retryAfter.isNegative() || retryAfter.getNano() != 0) {
			throw new IllegalArgumentException("Retry-After must be in whole seconds and not negative: " + retryAfter);
		}
		return tooManyRequests().withHeader("Retry-After", Long.toString(retryAfter.toSeconds()));
	}

	/**
	 * Return {@code 500}.
	 * @return the response
	 */
	public static ScriptedResponse internalServerError() {
		return error(ApiException.internal("Internal error"));
	}

	/**
	 * Return {@code 502} with the HTML page of a proxy.
	 * @return the response
	 */
	public static ScriptedResponse badGateway() {
		return of(502).withBody("text/html", BAD_GATEWAY);
	}

	/**
	 * Return {@code 503}.
	 * @return the response
	 */
	public static ScriptedResponse serviceUnavailable() {
		return error(ApiException.unavailable("Service unavailable"));
	}

	/**
	 * Return {@code 504}.
	 * @return the response
	 */
	public static ScriptedResponse gatewayTimeout() {
		return error(ApiException.deadlineExceeded("Deadline exceeded"));
	}

	private static ScriptedResponse error(ApiException error) {
		return new ScriptedResponse(error.toResponse());
	}

	/**
	 * Return this response with a header, which replaces one of the same name.
	 * @param name the name of the header
	 * @param value the value of the header
	 * @return a new response
	 */
	public ScriptedResponse withHeader(String name, String value) {
		return new ScriptedResponse(this.response.withHeader(name, value));
	}

	/**
	 * Return this response with another body.
	 * @param contentType the {@code Content-Type}
	 * @param body the body, sent in UTF-8
	 * @return a new response
	 */
	public ScriptedResponse withBody(String contentType, String body) {
		return new ScriptedResponse(this.response.withBody(contentType, body.getBytes(StandardCharsets.UTF_8)));
	}

	ApiResponse toApiResponse() {
		return this.response;
	}

	@Override
	public String toString() {
		return "ScriptedResponse[status=%d]".formatted(this.response.status());
	}

}
