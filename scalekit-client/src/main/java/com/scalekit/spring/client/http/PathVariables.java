package com.scalekit.spring.client.http;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * Checks the values that become a segment of the path. Identifiers often come from
 * outside the application: a value such as {@code ..} would be normalised away on its way
 * and turn the call into another one. Everything else is encoded and arrives as it is.
 */
final class PathVariables {

	static final String QUERY_PARAMETER_PREFIX = "queryParam-";

	private PathVariables() {
	}

	/**
	 * Check the path variables of a request.
	 * @param values the request
	 * @throws IllegalArgumentException if one of them is unsafe; the message names it,
	 * but does not contain the value
	 */
	static void check(HttpRequestValues values) {
		values.getUriVariables().forEach(PathVariables::check);
	}

	private static void check(String name, String value) {
		if (name.startsWith(QUERY_PARAMETER_PREFIX)) {
			Assert.isTrue(!hasLoneSurrogate(value), "a query parameter must not contain an incomplete character");
			return;
		}
		String flaw = flawOfSegment(value);
		if (flaw != null) {
			throw new IllegalArgumentException("'" + name + "' must not " + flaw);
		}
	}

	private static @Nullable String flawOfSegment(String value) {
		if (value.isBlank()) {
			return "be blank";
		}
		if (value.equals(".") || value.equals("..")) {
			return "be a relative path segment";
		}
		if (hasControlCharacter(value)) {
			return "contain control characters";
		}
		return hasLoneSurrogate(value) ? "contain an incomplete character" : null;
	}

	private static boolean hasControlCharacter(String value) {
		for (int i = 0; i < value.length(); i++) {
			if (Character.isISOControl(value.charAt(i))) {
				return true;
			}
		}
		return false;
	}

	private static boolean hasLoneSurrogate(String value) {
		for (int i = 0; i < value.length(); i++) {
			if (Character.isSurrogate(value.charAt(i))
					&& (i + 1 == value.length() || !Character.isSurrogatePair(value.charAt(i), value.charAt(++i)))) {
				return true;
			}
		}
		return false;
	}

}
