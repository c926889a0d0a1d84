package com.scalekit.spring.test.server;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

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

	private final @Nullable ObjectNode json;

	private ApiRequest(String method, String path, String query, Map<String, String> headers, byte[] body,
			Map<String, String> pathVariables, @Nullable ObjectNode json) {
		this.method = method;
		this.path = path;
		this.query = query;
		this.headers = headers;
		this.body = body;
		this.pathVariables = pathVariables;
		this.json = json;
	}

	static ApiRequest of(String method, String url, Map<String, String> headers, byte[] body) {
		int question = url.indexOf('?');
		String path = (question < 0) ? url : url.substring(0, question);
		String query = (question < 0) ? "" : url.substring(question + 1);
		return new ApiRequest(method, path, query, headers, body, Map.of(), null);
	}

	ApiRequest withPathVariables(Map<String, String> pathVariables) {
		return new ApiRequest(this.method, this.path, this.query, this.headers, this.body, pathVariables, this.json);
	}

	ApiRequest withJson(ObjectNode json) {
		return new ApiRequest(this.method, this.path, this.query, this.headers, this.body, this.pathVariables, json);
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
	 * Return what the body sets, as far as the table of the API knows it: without unknown
	 * and read-only members, and without those that are {@code null}.
	 * @return the body
	 */
	public ObjectNode json() {
		if (this.json == null) {
			throw new IllegalStateException("%s is no operation of the table".formatted(this.path));
		}
		return this.json;
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
	 * Return the value of a query parameter that is true or false.
	 * @param name the name of the parameter
	 * @param defaultValue the value if there is no such parameter
	 * @return the value
	 */
	public boolean flag(String name, boolean defaultValue) {
		String value = parameter(name);
		return (value.isEmpty()) ? defaultValue : Boolean.TRUE.equals(ParameterValues.toBoolean(value));
	}

	/**
	 * Return the value of a query parameter that is a number.
	 * @param name the name of the parameter
	 * @param defaultValue the value if there is no such parameter
	 * @return the value
	 */
	public long number(String name, long defaultValue) {
		String value = parameter(name);
		return (value.isEmpty()) ? defaultValue : Long.parseLong(value);
	}

	/**
	 * Return the value of a query parameter that is a point in time.
	 * @param name the name of the parameter
	 * @return the value, if there is such a parameter
	 */
	public Optional<Instant> time(String name) {
		return Optional.of(parameter(name)).filter((value) -> !value.isEmpty()).map(ParameterValues::toInstant);
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
