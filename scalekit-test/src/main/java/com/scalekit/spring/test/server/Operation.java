package com.scalekit.spring.test.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A method and a path with variables, written as the API reference does: {@code GET
 * /api/v1/organizations/{id}}. It is matched against a path as it was sent: literals have
 * to be there without percent-encoding, and an encoded slash is a part of a variable. A
 * variable may be empty, so that validation and not routing refuses it.
 */
public final class Operation {

	private static final Pattern TEXT = Pattern.compile("([A-Z]+) (/\\S*)");

	private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

	private final String method;

	private final String path;

	private final List<String> variables;

	private final Pattern pattern;

	Operation(String method, String path) {
		this.method = method;
		this.path = path;
		this.variables = VARIABLE.matcher(path).results().map((variable) -> variable.group(1)).toList();
		this.pattern = Pattern.compile(VARIABLE.matcher(Pattern.quote(path)).replaceAll("\\\\E([^/]*)\\\\Q"));
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

	/**
	 * Return the path.
	 * @return the path, with variables in braces
	 */
	public String path() {
		return this.path;
	}

	/**
	 * Return whether a request is for this operation.
	 * @param request the request
	 * @return whether method and path match
	 */
	public boolean matches(ApiRequest request) {
		return this.method.equals(request.method()) && matchesPath(request.path());
	}

	boolean matchesPath(String path) {
		return this.pattern.matcher(path).matches();
	}

	/**
	 * Return whether each path of the other operation is one of this operation, too.
	 * @param other the other operation
	 * @return whether this operation includes the other one
	 */
	public boolean covers(Operation other) {
		return this.method.equals(other.method) && matchesPath(other.path);
	}

	/**
	 * Return the variables of the path, in their order.
	 * @param request a request that {@linkplain #matches(ApiRequest) matches}
	 * @return the values by the names of the variables, decoded
	 */
	public Map<String, String> pathVariables(ApiRequest request) {
		Matcher matcher = this.pattern.matcher(request.path());
		if (!matcher.matches()) {
			throw new IllegalArgumentException("'%s' is no path of '%s'".formatted(request.path(), this));
		}
		MatchResult values = matcher.toMatchResult();
		Map<String, String> variables = new LinkedHashMap<>();
		this.variables.forEach((name) -> variables.put(name, decode(values.group(variables.size() + 1))));
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
