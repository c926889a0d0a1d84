package com.scalekit.spring.test;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A method and a path template, written as the API reference does: {@code GET
 * /api/v1/organizations/{id}}.
 */
record Operation(String method, PathTemplate path) {

	private static final Pattern TEXT = Pattern.compile("([A-Z]+) (/\\S*)");

	private static final Pattern ORGANIZATION = Pattern.compile("organizations(:external)?/\\{");

	static Operation of(String text) {
		Matcher matcher = TEXT.matcher(text);
		if (!matcher.matches()) {
			throw new IllegalArgumentException(
					"An operation is a method and a path, such as 'GET /api/v1/organizations/{id}', and not '%s'"
						.formatted(text));
		}
		return new Operation(matcher.group(1), new PathTemplate(matcher.group(2)));
	}

	boolean matches(ApiRequest request) {
		return this.method.equals(request.method()) && this.path.matches(request.path());
	}

	/**
	 * Whether each path of the other operation is one of this operation, too.
	 */
	boolean covers(Operation other) {
		return this.method.equals(other.method) && this.path.matches(other.path.toString());
	}

	boolean isPartOfRestApi() {
		return this.path.toString().startsWith(BearerTokenCheck.PROTECTED_PATHS);
	}

	Map<String, String> pathVariables(ApiRequest request) {
		return this.path.variables(request.path());
	}

	/**
	 * The id or external id of the organization that the path names, which is always the
	 * first of its variables.
	 */
	@Nullable String organization(ApiRequest request) {
		return (ORGANIZATION.matcher(this.path.toString()).find()) ? pathVariables(request).values().iterator().next()
				: null;
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
