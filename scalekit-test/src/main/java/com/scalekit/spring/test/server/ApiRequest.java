package com.scalekit.spring.test.server;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A request as it was sent: path and query are still encoded.
 */
public final class ApiRequest {

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

	/**
	 * Return the HTTP method.
	 * @return the method
	 */
	public String method() {
		return this.method;
	}

	/**
	 * Return the path.
	 * @return the path, encoded
	 */
	public String path() {
		return this.path;
	}

	/**
	 * Return the headers. Several headers of one name are one, with their values
	 * separated by commas.
	 * @return the headers, whose names are case-insensitive
	 */
	public Map<String, String> headers() {
		return this.headers;
	}

	/**
	 * Return a header.
	 * @param name the name of the header, case-insensitive
	 * @return the value, or {@code null} if there is no such header
	 */
	public @Nullable String header(String name) {
		return this.headers.get(name);
	}

	/**
	 * Return the body.
	 * @return the body, may be empty
	 */
	public byte[] body() {
		return this.body;
	}

	/**
	 * Read the body as JSON. A missing body is an empty object.
	 * @param type the type to read
	 * @param <T> the type to read
	 * @return the value
	 */
	public <T> T body(Class<T> type) {
		return Json.read(this.body, type);
	}

	/**
	 * Return the value of a variable of the operation's path.
	 * @param name the name of the variable
	 * @return the value, decoded
	 */
	public String pathVariable(String name) {
		String value = this.pathVariables.get(name);
		if (value == null) {
			throw new IllegalStateException("No path variable '%s' in %s".formatted(name, this.path));
		}
		return value;
	}

	/**
	 * Return the value of a query parameter that may be given once. The service makes no
	 * difference between an empty and a missing one.
	 * @param name the name of the parameter
	 * @return the value, or {@code ""}
	 */
	public String parameter(String name) {
		List<String> values = parameters(name);
		if (values.size() > 1) {
			throw ApiException.invalidArgument("too many values for field \"%s\"".formatted(name));
		}
		return (values.isEmpty()) ? "" : values.get(0);
	}

	/**
	 * Return the values of a query parameter.
	 * @param name the name of the parameter
	 * @return the values
	 */
	public List<String> parameters(String name) {
		return parameters().getOrDefault(name, List.of());
	}

	/**
	 * Return the query parameters.
	 * @return the values of each parameter
	 */
	public Map<String, List<String>> parameters() {
		try {
			return decodeForm(this.query);
		}
		catch (IllegalArgumentException ex) {
			throw ApiException.invalidArgument("malformed query: " + ex.getMessage());
		}
	}

	/**
	 * Return the parameters of a body that is a form.
	 * @return the values of each parameter
	 * @throws IllegalArgumentException if the body is no form
	 */
	public Map<String, List<String>> form() {
		return decodeForm(new String(this.body, StandardCharsets.ISO_8859_1));
	}

	private static Map<String, List<String>> decodeForm(String form) {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		for (String parameter : form.split("&")) {
			if (!parameter.isEmpty()) {
				String[] pair = parameter.split("=", 2);
				parameters.computeIfAbsent(decode(pair[0]), (name) -> new ArrayList<>())
					.add((pair.length > 1) ? decode(pair[1]) : "");
			}
		}
		return parameters;
	}

	/**
	 * Decode percent-encoded UTF-8 without forgiving anything.
	 */
	static String decode(String text) {
		byte[] bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new IllegalArgumentException("not UTF-8", ex);
		}
	}

}
