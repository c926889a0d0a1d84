package com.scalekit.spring.test.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.api.ApiOperation;
import com.scalekit.spring.test.api.ApiPath;

/**
 * A method and a path with variables, written as the API reference does: {@code GET
 * /api/v1/organizations/{id}}. A variable may be empty, so that validation and not
 * routing refuses it.
 */
public final class Operation {

	private static final Pattern TEXT = Pattern.compile("([A-Z]+) (/\\S*)");

	private final String method;

	private final ApiPath path;

	private final @Nullable ApiOperation definition;

	private Operation(String method, ApiPath path, @Nullable ApiOperation definition) {
		this.method = method;
		this.path = path;
		this.definition = definition;
	}

	Operation(String method, String path) {
		this(method, ApiPath.of(path), null);
	}

	Operation(ApiOperation definition) {
		this(definition.method(), definition.path(), definition);
	}

	static Operation of(String text) {
		Matcher matcher = TEXT.matcher(text);
		if (!matcher.matches()) {
			throw new IllegalArgumentException(
					"An operation is a method and a path, such as 'GET /api/v1/organizations/{id}', and not '%s'"
						.formatted(text));
		}
		return new Operation(matcher.group(1), matcher.group(2));
	}

	String method() {
		return this.method;
	}

	/**
	 * Return the path.
	 * @return the path, with variables in braces
	 */
	public ApiPath path() {
		return this.path;
	}

	/**
	 * Return what the table of the API says.
	 * @return the operation, or {@code null} if it is no part of the table
	 */
	public @Nullable ApiOperation definition() {
		return this.definition;
	}

	/**
	 * Return whether a request is for this operation.
	 * @param request the request
	 * @return whether method and path match
	 */
	public boolean matches(ApiRequest request) {
		return this.method.equals(request.method()) && this.path.matches(request.path());
	}

	/**
	 * Return whether each path of the other operation is one of this operation, too.
	 * @param other the other operation
	 * @return whether this operation includes the other one
	 */
	public boolean covers(Operation other) {
		return this.method.equals(other.method) && this.path.matches(other.path.toString());
	}

	/**
	 * Return the variables of the path, in their order.
	 * @param request a request that {@linkplain #matches(ApiRequest) matches}
	 * @return the values by the names of the variables, decoded
	 */
	public Map<String, String> pathVariables(ApiRequest request) {
		Map<String, String> variables = new LinkedHashMap<>(this.path.values(request.path()));
		variables.replaceAll((name, value) -> decode(value));
		return variables;
	}

	private static String decode(String segment) {
		try {
			return ApiRequest.decode(segment.replace("+", "%2B"));
		}
		catch (IllegalArgumentException ex) {
			throw ApiException.invalidArgument("malformed path: " + ex.getMessage());
		}
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
