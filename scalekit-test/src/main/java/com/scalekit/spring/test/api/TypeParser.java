package com.scalekit.spring.test.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.api.ApiField.Mark;
import com.scalekit.spring.test.api.ApiField.Presence;
import com.scalekit.spring.test.api.ApiType.Kind;

/**
 * Reads fields and their types.
 */
final class TypeParser {

	private static final Pattern FIELD = Pattern.compile("([\\w.]+)([!?]?):(\\w+)(\\(.*?\\))?(\\[](\\(.*?\\))?)?");

	private static final Pattern TEXT_RULES = Pattern.compile("(?<rules>[^/]*?) ?(?:/(?<pattern>.*)/)?");

	private static final Pattern ALLOWED = Pattern.compile("in\\((.*)\\)");

	private final Map<String, ApiType> types = new HashMap<>();

	TypeParser() {
		Map.of("str", Kind.STRING, "secret", Kind.STRING, "bool", Kind.BOOL, "int32", Kind.INT32, "uint32", Kind.UINT32,
				"int64", Kind.INT64, "double", Kind.DOUBLE)
			.forEach((name, kind) -> add(kind, name));
		Map.of("ts", Kind.TIMESTAMP, "duration", Kind.DURATION, "base64", Kind.BASE64, "json", Kind.JSON, "map",
				Kind.MAP)
			.forEach((name, kind) -> add(kind, name));
	}

	void add(Kind kind, String name) {
		add(ApiType.of(kind, name));
	}

	private void add(ApiType type) {
		if (this.types.putIfAbsent(type.name(), type) != null) {
			throw new IllegalArgumentException("the type '%s' is there already".formatted(type.name()));
		}
	}

	void addString(String name, String text) {
		Matcher matcher = TEXT_RULES.matcher(text);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("'%s' is no rule of strings".formatted(text));
		}
		TextRules rules = TextRules.NONE;
		for (String rule : split(matcher.group("rules"), " ")) {
			rules = addRule(rules, rule);
		}
		String pattern = matcher.group("pattern");
		if (pattern != null) {
			rules = rules.withPattern(pattern);
			compile(rules);
		}
		add(ApiType.of(Kind.STRING, name).withText(rules));
	}

	private static void compile(TextRules rules) {
		try {
			rules.regex();
		}
		catch (PatternSyntaxException ex) {
			throw new IllegalArgumentException("'%s' is no regular expression".formatted(rules.pattern()), ex);
		}
	}

	private static TextRules addRule(TextRules rules, String rule) {
		Matcher allowed = ALLOWED.matcher(rule);
		if (Range.isRange(rule)) {
			return rules.withLength(Range.parse(rule));
		}
		if (rule.startsWith("prefix=")) {
			return rules.withPrefix(rule.substring("prefix=".length()));
		}
		if (rule.equals("email")) {
			return rules.withEmail();
		}
		if (allowed.matches()) {
			return rules.withAllowed(Arrays.stream(allowed.group(1).split(","))
				.map((value) -> (value.equals("\"\"")) ? "" : value)
				.toList());
		}
		throw new IllegalArgumentException("'%s' is no rule of strings".formatted(rule));
	}

	ApiField parseField(String text) {
		Matcher matcher = FIELD.matcher(text);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("'%s' is not of the form 'name:type'".formatted(text));
		}
		ApiType type = this.types.get(matcher.group(3));
		if (type == null) {
			throw new IllegalArgumentException("unknown type '%s' in '%s'".formatted(matcher.group(3), text));
		}
		Set<Mark> marks = EnumSet.noneOf(Mark.class);
		if (type.name().equals("secret")) {
			marks.add(Mark.SECRET);
		}
		try {
			type = constrain(type, rules(matcher.group(4), marks));
			if (matcher.group(5) != null) {
				type = type.withList(listRules(rules(matcher.group(6), marks)));
			}
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("%s in '%s'".formatted(ex.getMessage(), text), ex);
		}
		return new ApiField(matcher.group(1), presence(matcher.group(2)), type, Set.copyOf(marks));
	}

	private static Presence presence(String text) {
		return switch (text) {
			case "!" -> Presence.REQUIRED;
			case "?" -> Presence.EXPLICIT;
			default -> Presence.IMPLICIT;
		};
	}

	/**
	 * Split what stands in parentheses, and put the marks aside.
	 */
	private static List<String> rules(@Nullable String text, Set<Mark> marks) {
		List<String> rules = new ArrayList<>();
		if (text != null) {
			for (String rule : text.substring(1, text.length() - 1).split(",")) {
				mark(rule).ifPresentOrElse(marks::add, () -> rules.add(rule));
			}
		}
		return rules;
	}

	private static Optional<Mark> mark(String text) {
		return Arrays.stream(Mark.values()).filter((mark) -> mark.text().equals(text)).findFirst();
	}

	private static ApiType constrain(ApiType type, List<String> rules) {
		if (type.kind() == Kind.MAP && rules.size() == 3) {
			return type.withMap(new MapRules(Range.parse(".." + rules.get(0)), Range.parse(rules.get(1)),
					Range.parse(rules.get(2))));
		}
		ApiType constrained = type;
		for (String rule : rules) {
			constrained = constrain(constrained, rule);
		}
		return constrained;
	}

	private static ApiType constrain(ApiType type, String rule) {
		switch (type.kind()) {
			case STRING -> {
				return type.withText(addRule(type.text(), rule));
			}
			case INT32, UINT32, DURATION -> {
				return type.withNumbers(Range.parse(rule));
			}
			default -> {
				if (type.kind() == Kind.ENUM && rule.equals("defined-only")) {
					return type.withDefinedOnly();
				}
				throw new IllegalArgumentException("'%s' is no rule of %s".formatted(rule, type.name()));
			}
		}
	}

	private static ListRules listRules(List<String> rules) {
		ListRules list = ListRules.NONE;
		for (String rule : rules) {
			list = (rule.equals("unique")) ? new ListRules(list.size(), true)
					: new ListRules(Range.parse(rule), list.unique());
		}
		return list;
	}

	private static List<String> split(String text, String separator) {
		return (text.isEmpty()) ? List.of() : List.of(text.split(separator));
	}

}
