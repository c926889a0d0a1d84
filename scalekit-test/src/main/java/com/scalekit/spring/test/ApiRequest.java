package com.scalekit.spring.test;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A request as it was sent: path and query are still encoded.
 */
final class ApiRequest {

	private final String method;

	private final String path;

	private final String query;

	private final Map<String, String> headers;

	private final byte[] body;

	private final Map<String, String> pathVariables;

	private ApiRequest(String method, String path, String query, Map<String, String> headers, byte[] body,
			Map<String, String> pathVariables) {
		this.method = method;
		this.path = path;
		this.query = query;
		this.headers = headers;
		this.body = body;
		this.pathVariables = pathVariables;
	}

	static ApiRequest of(String method, String url, Map<String, String> headers, byte[] body) {
		int question = url.indexOf('?');
		String path = (question < 0) ? url : url.substring(0, question);
		String query = (question < 0) ? "" : url.substring(question + 1);
		return new ApiRequest(method, path, query, headers, body, Map.of());
	}

	ApiRequest withPathVariables(Map<String, String> pathVariables) {
		return new ApiRequest(this.method, this.path, this.query, this.headers, this.body, pathVariables);
	}

	String method() {
		return this.method;
	}

	String path() {
		return this.path;
	}

	byte[] body() {
		return this.body;
	}

	@Nullable String header(String name) {
		return this.headers.get(name);
	}

	String pathVariable(String name) {
		String value = this.pathVariables.get(name);
		if (value == null) {
			throw new IllegalStateException("No path variable '%s' in %s".formatted(name, this.path));
		}
		return value;
	}

	/**
	 * Return the value of a query parameter that may be given once. The service makes no
	 * difference between an empty and a missing one.
	 */
	String parameter(String name) {
		List<String> values = parameters(name);
		if (values.size() > 1) {
			throw ApiException.invalidArgument("too many values for field \"%s\"".formatted(name));
		}
		return (values.isEmpty()) ? "" : values.get(0);
	}

	List<String> parameters(String name) {
		return parameters().getOrDefault(name, List.of());
	}

	Map<String, List<String>> parameters() {
		try {
			return UrlEncoding.decodeForm(this.query);
		}
		catch (IllegalArgumentException ex) {
			throw ApiException.invalidArgument("malformed query: " + ex.getMessage());
		}
	}

}
