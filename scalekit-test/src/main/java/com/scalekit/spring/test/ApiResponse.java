package com.scalekit.spring.test;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is sent back.
 *
 * @param status the HTTP status
 * @param headers the HTTP headers
 * @param body the body, may be empty
 * @param delivery how it is sent
 */
record ApiResponse(int status, Map<String, String> headers, byte[] body, Delivery delivery) {

	ApiResponse(int status, Map<String, String> headers, byte[] body) {
		this(status, headers, body, Delivery.PROMPT);
	}

	static ApiResponse ok(Object body) {
		return json(200, body);
	}

	static ApiResponse created(Object body) {
		return json(201, body);
	}

	static ApiResponse json(int status, Object body) {
		return new ApiResponse(status, Map.of("Content-Type", "application/json"), Json.write(body));
	}

	static ApiResponse empty(int status) {
		return new ApiResponse(status, Map.of(), new byte[0]);
	}

	/**
	 * A response that holds a secret or can be read only once.
	 */
	static ApiResponse uncacheable(int status, String contentType, byte[] body) {
		return new ApiResponse(status, Map.of("Content-Type", contentType, "Cache-Control", "no-store"), body);
	}

	static ApiResponse html(int status, String html) {
		return uncacheable(status, "text/html;charset=UTF-8", html.getBytes(StandardCharsets.UTF_8));
	}

	ApiResponse with(Delivery delivery) {
		return new ApiResponse(this.status, this.headers, this.body, delivery);
	}

}
