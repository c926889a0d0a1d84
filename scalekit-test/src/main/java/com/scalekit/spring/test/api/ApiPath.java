package com.scalekit.spring.test.api;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path with variables in braces, such as <code>/api/v1/organizations/{id}</code>. It is
 * matched against a path as it was sent: literals have to be there without
 * percent-encoding, and an encoded slash is a part of a variable. A variable may be
 * empty. The order is that in which paths have to be tried: a literal before a variable.
 */
public final class ApiPath implements Comparable<ApiPath> {

	private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

	private final String text;

	private final List<String> variables;

	private final Pattern pattern;

	private ApiPath(String text) {
		this.text = text;
		this.variables = VARIABLE.matcher(text).results().map((variable) -> variable.group(1)).toList();
		this.pattern = Pattern.compile(VARIABLE.matcher(Pattern.quote(text)).replaceAll("\\\\E([^/]*)\\\\Q"));
	}

	/**
	 * Return a path.
	 * @param text the path, with variables in braces
	 * @return the path
	 */
	public static ApiPath of(String text) {
		return new ApiPath(text);
	}

	/**
	 * Return the names of the variables.
	 * @return the names, in the order of the path
	 */
	public List<String> variables() {
		return this.variables;
	}

	/**
	 * Return whether a path is one of these.
	 * @param path a path as it was sent
	 * @return whether it matches
	 */
	public boolean matches(String path) {
		return this.pattern.matcher(path).matches();
	}

	/**
	 * Return the values of the variables.
	 * @param path a path as it was sent, that {@linkplain #matches(String) matches}
	 * @return the values by the names of the variables, still encoded
	 */
	public Map<String, String> values(String path) {
		Matcher matcher = this.pattern.matcher(path);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("'%s' is no path of '%s'".formatted(path, this));
		}
		MatchResult result = matcher.toMatchResult();
		Map<String, String> values = new LinkedHashMap<>();
		this.variables.forEach((name) -> values.put(name, result.group(values.size() + 1)));
		return values;
	}

	@Override
	public int compareTo(ApiPath other) {
		int order = Arrays.compare(ranks(), other.ranks());
		return (order != 0) ? order : this.text.compareTo(other.text);
	}

	private int[] ranks() {
		return Arrays.stream(this.text.split("/", -1)).mapToInt(ApiPath::rank).toArray();
	}

	private static int rank(String segment) {
		Matcher variable = VARIABLE.matcher(segment);
		if (!variable.find()) {
			return 0;
		}
		return (variable.group().length() < segment.length()) ? 1 : 2;
	}

	@Override
	public boolean equals(Object obj) {
		return obj instanceof ApiPath other && this.text.equals(other.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	@Override
	public String toString() {
		return this.text;
	}

}
