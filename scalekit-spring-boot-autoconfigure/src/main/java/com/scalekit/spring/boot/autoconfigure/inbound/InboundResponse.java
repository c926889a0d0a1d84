package com.scalekit.spring.boot.autoconfigure.inbound;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Response to a delivery.
 *
 * @param status the status
 * @param headers the headers
 * @param body the body, {@code null} if there is none
 */
public record InboundResponse(HttpStatus status, Map<String, String> headers, @Nullable String body) {

	/**
	 * Returns a response without a body.
	 * @param status the status
	 * @return the response
	 */
	public static InboundResponse of(HttpStatus status) {
		return new InboundResponse(status, Map.of(), null);
	}

	/**
	 * Returns a successful response.
	 * @param body the body
	 * @return the response
	 */
	public static InboundResponse json(String body) {
		return new InboundResponse(HttpStatus.OK, Map.of(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE),
				body);
	}

	/**
	 * Returns a response that asks for another delivery.
	 * @return the response
	 */
	public static InboundResponse retryLater() {
		return new InboundResponse(HttpStatus.SERVICE_UNAVAILABLE, Map.of(HttpHeaders.RETRY_AFTER, "5"), null);
	}

	/**
	 * Returns a problem detail.
	 * @param status the status
	 * @param detail the class of the fault, which has no part of the delivery
	 * @return the response
	 */
	public static InboundResponse problem(HttpStatus status, String detail) {
		return new InboundResponse(status, Map.of(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE),
				"{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}".formatted(status.getReasonPhrase(), status.value(),
						detail));
	}

	static InboundResponse methodNotAllowed() {
		return new InboundResponse(HttpStatus.METHOD_NOT_ALLOWED, Map.of(HttpHeaders.ALLOW, "POST"), null);
	}

}
