package com.scalekit.spring.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import com.scalekit.spring.test.ApiError.Code;

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
		return error(Code.INVALID_ARGUMENT, "INVALID_ARGUMENT", "Invalid argument");
	}

	/**
	 * Return {@code 401} as for a token that is not valid.
	 * @return the response
	 */
	public static ScriptedResponse unauthorized() {
		return error(Code.UNAUTHENTICATED, "UNAUTHENTICATED", "Token invalid or expired");
	}

	/**
	 * Return {@code 403}.
	 * @return the response
	 */
	public static ScriptedResponse forbidden() {
		return error(Code.PERMISSION_DENIED, "PERMISSION_DENIED", "Permission denied");
	}

	/**
	 * Return {@code 404} as for a resource that does not exist.
	 * @return the response
	 */
	public static ScriptedResponse notFound() {
		return error(Code.NOT_FOUND, "RESOURCE_NOT_FOUND", "Not found");
	}

	/**
	 * Return {@code 409} as for a resource that exists already.
	 * @return the response
	 */
	public static ScriptedResponse conflict() {
		return error(Code.ALREADY_EXISTS, "ALREADY_EXISTS", "Already exists");
	}

	/**
	 * Return {@code 429} as for a client that is over its rate limit, without
	 * {@code Retry-After}.
	 * @return the response
	 */
	public static ScriptedResponse tooManyRequests() {
		return error(Code.RESOURCE_EXHAUSTED, "RATE_LIMITED", "Rate limit exceeded");
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
		return error(Code.INTERNAL, "INTERNAL", "Internal error");
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
		return error(Code.UNAVAILABLE, "UNAVAILABLE", "Service unavailable");
	}

	/**
	 * Return {@code 504}.
	 * @return the response
	 */
	public static ScriptedResponse gatewayTimeout() {
		return error(Code.DEADLINE_EXCEEDED, "DEADLINE_EXCEEDED", "Deadline exceeded");
	}

	private static ScriptedResponse error(Code code, String errorCode, String message) {
		return new ScriptedResponse(new ApiError(code, errorCode, message).toResponse());
	}

	/**
	 * Return this response with a header, which replaces one of the same name.
	 * @param name the name of the header
	 * @param value the value of the header
	 * @return a new response
	 */
	public ScriptedResponse withHeader(String name, String value) {
		Map<String, String> headers = new LinkedHashMap<>(this.response.headers());
		headers.keySet().removeIf(name::equalsIgnoreCase);
		headers.put(name, value);
		return new ScriptedResponse(
				new ApiResponse(this.response.status(), headers, this.response.body(), this.response.delivery()));
	}

	/**
	 * Return this response with another body.
	 * @param contentType the {@code Content-Type}
	 * @param body the body, sent in UTF-8
	 * @return a new response
	 */
	public ScriptedResponse withBody(String contentType, String body) {
		ApiResponse withBody = new ApiResponse(this.response.status(), this.response.headers(),
				body.getBytes(StandardCharsets.UTF_8), this.response.delivery());
		return new ScriptedResponse(withBody).withHeader("Content-Type", contentType);
	}

	ApiResponse toApiResponse() {
		return this.response;
	}

	@Override
	public String toString() {
		return "ScriptedResponse[status=%d]".formatted(this.response.status());
	}

}
