package com.scalekit.spring.test.server;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Requests that were not sent over HTTP.
 */
public final class ApiRequests {

	private ApiRequests() {
	}

	public static ApiRequest post(String url, String body) {
		return ApiRequest.of("POST", url, Map.of(), body.getBytes(StandardCharsets.UTF_8));
	}

}
