package com.scalekit.spring.client.http;

import java.util.Map;

import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * Checks the values that become a segment of the path. Identifiers often come from
 * outside the application: a value such as {@code ..} would be normalised away on its way
 * and turn the call into another one. Everything else is encoded and arrives as it is.
 */
final class PathVariables {

	private static final String QUERY_PARAMETER_PREFIX = "queryParam-";

	private PathVariables() {
	}

	/**
	 * Check the path variables of a request.
	 * @param values the request
	 * @throws IllegalArgumentException if one of them is unsafe; the message names it,
	 * but does not contain the value
	 */
	static void check(HttpRequestValues values) {
		for (Map.Entry<String, String> variable : values.getUriVariables().entrySet()) {
			if (variable.getKey().startsWith(QUERY_PARAMETER_PREFIX)) {
				check(hasLoneSurrogate(variable.getValue()), "a query parameter", "contain an incomplete character");
			}
			else {
				checkSegment("'" + variable.getKey() + "'", variable.getValue());
			}
		}
	}

	private static void checkSegment(String name, String value) {
		check(value.isBlank(), name, "be blank");
		check(value.equals(".") || value.equals(".."), name, "be a relative path segment");
		check(hasControlCharacter(value), name, "contain control characters");
		check(hasLoneSurrogate(value), name, "contain an incomplete character");
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

	private static void check(boolean violated, String name, String rule) {
		if (violated) {
			throw new IllegalArgumentException(name + " must not " + rule);
		}
	}

}
