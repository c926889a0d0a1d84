package com.scalekit.spring.test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path with variables, matched against the path as it was sent: literals have to be
 * there without percent-encoding, and an encoded slash is a part of a variable. A
 * variable may be empty, so that validation and not routing refuses it.
 */
final class PathTemplate {

	private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

	private final String template;

	private final List<String> variables = new ArrayList<>();

	private final Pattern pattern;

	PathTemplate(String template) {
		this.template = template;
		StringBuilder regex = new StringBuilder();
		Matcher matcher = VARIABLE.matcher(template);
		int literalStart = 0;
		while (matcher.find()) {
			regex.append(Pattern.quote(template.substring(literalStart, matcher.start()))).append("([^/]*)");
			this.variables.add(matcher.group(1));
			literalStart = matcher.end();
		}
		regex.append(Pattern.quote(template.substring(literalStart)));
		this.pattern = Pattern.compile(regex.toString());
	}

	boolean matches(String path) {
		return this.pattern.matcher(path).matches();
	}

	Map<String, String> variables(String path) {
		Matcher matcher = this.pattern.matcher(path);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("'%s' is no path of '%s'".formatted(path, this));
		}
		Map<String, String> values = new LinkedHashMap<>();
		for (int i = 0; i < this.variables.size(); i++) {
			values.put(this.variables.get(i), decode(matcher.group(i + 1)));
		}
		return values;
	}

	private static String decode(String segment) {
		try {
			return UrlEncoding.decodePathSegment(segment);
		}
		catch (IllegalArgumentException ex) {
			throw ApiException.invalidArgument("malformed path: " + ex.getMessage());
		}
	}

	@Override
	public String toString() {
		return this.template;
	}

}
