package com.scalekit.spring.test.server;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.api.ApiField;
import com.scalekit.spring.test.api.ApiObject;
import com.scalekit.spring.test.api.ApiTable;
import com.scalekit.spring.test.api.ApiType;
import com.scalekit.spring.test.api.ApiType.Kind;
import com.scalekit.spring.test.api.ListRules;
import com.scalekit.spring.test.api.MapRules;
import com.scalekit.spring.test.api.Range;
import com.scalekit.spring.test.api.TextRules;
import com.scalekit.spring.test.server.BodyReader.Members;

/**
 * Finds the rules of the table that values break, named and worded as protovalidate does.
 */
final class FieldRules {

	private static final Pattern EMAIL = Pattern
		.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
				+ "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

	private final Validation validation;

	private final ApiTable table;

	FieldRules(Validation validation, ApiTable table) {
		this.validation = validation;
		this.table = table;
	}

	void checkMembers(String path, ApiObject type, Members members) {
		type.fields().forEach((field) -> check(BodyReader.path(path, field), field, members.values().get(field)));
	}

	/**
	 * Check a value: one that is not there, or is the same as none, breaks a rule only if
	 * it is required.
	 */
	void check(String name, ApiField field, @Nullable Object value) {
		if (value == null || (!field.isOptional() && isZero(value))) {
			if (field.isRequired()) {
				checkMissing(name, field.type(), value);
			}
		}
		else {
			check(name, field.type(), value);
		}
	}

	private void checkMissing(String name, ApiType type, @Nullable Object value) {
		ListRules list = type.list();
		if (list != null && !list.size().contains(0)) {
			checkSize(name, list, List.of());
		}
		else if (list == null && type.kind() == Kind.STRING && type.text().refuseEmpty()) {
			checkText(name, type.text(), "");
		}
		else if (!(value instanceof Boolean)) {
			violated(name, "value is required", "required");
		}
	}

	private static boolean isZero(Object value) {
		return value.equals("") || value.equals(0L) || value.equals(Boolean.FALSE)
				|| (value instanceof List<?> list && list.isEmpty())
				|| (value instanceof Map<?, ?> map && map.isEmpty());
	}

	void check(String name, ApiType type, Object value) {
		if (value instanceof List<?> list && type.list() != null) {
			checkSize(name, type.list(), list);
			for (int i = 0; i < list.size(); i++) {
				check("%s[%d]".formatted(name, i), type.element(), list.get(i));
			}
			return;
		}
		switch (type.kind()) {
			case STRING -> checkText(name, type.text(), (String) value);
			case INT32 -> checkNumber(name, "int32", "", type.numbers(), (Long) value);
			case UINT32 -> checkNumber(name, "uint32", "", type.numbers(), (Long) value);
			case DURATION -> checkNumber(name, "duration", "s", type.numbers(), ((Duration) value).toSeconds());
			case MAP -> checkMap(name, type.map(), (Map<?, ?>) value);
			case OBJECT -> checkMembers(name, this.table.object(type.name()), (Members) value);
			case ENUM -> {
				if (value instanceof Long) {
					violated(name, "value must be one of the defined enum values", "enum.defined_only");
				}
			}
			default -> {
			}
		}
	}

	private void checkSize(String name, ListRules rules, List<?> list) {
		if (list.size() < rules.size().min()) {
			violated(name, "value must contain at least %d item(s)".formatted(rules.size().min()),
					"repeated.min_items");
		}
		if (list.size() > rules.size().max()) {
			violated(name, "value must contain no more than %d item(s)".formatted(rules.size().max()),
					"repeated.max_items");
		}
		if (rules.unique() && new HashSet<>(list).size() < list.size()) {
			violated(name, "repeated value must contain unique items", "repeated.unique");
		}
	}

	private void checkText(String name, TextRules rules, String value) {
		checkLength(name, rules.length(), value);
		Pattern regex = rules.regex();
		if (regex != null && !regex.matcher(value).find()) {
			violated(name, "value does not match regex pattern `%s`".formatted(rules.pattern()), "string.pattern");
		}
		if (!value.startsWith(rules.prefix())) {
			violated(name, "value does not have prefix `%s`".formatted(rules.prefix()), "string.prefix");
		}
		if (!rules.allowed().isEmpty() && !rules.allowed().contains(value)) {
			violated(name, "value must be in list [%s]".formatted(String.join(", ", rules.allowed())), "string.in");
		}
		if (rules.email() && !EMAIL.matcher(value).matches()) {
			violated(name, "value must be a valid email address", "string.email");
		}
	}

	private void checkLength(String name, Range range, String value) {
		int length = value.codePointCount(0, value.length());
		if (length < range.min()) {
			violated(name, "value length must be at least %d characters".formatted(range.min()), "string.min_len");
		}
		if (length > range.max()) {
			violated(name, "value length must be at most %d characters".formatted(range.max()), "string.max_len");
		}
	}

	/**
	 * A range with two ends is one rule.
	 */
	private void checkNumber(String name, String type, String unit, Range range, long value) {
		if (range.contains(value)) {
			return;
		}
		String min = "greater than or equal to %d%s".formatted(range.min(), unit);
		String max = "less than or equal to %d%s".formatted(range.max(), unit);
		if (range.hasMin() && range.hasMax()) {
			violated(name, "value must be %s and %s".formatted(min, max), type + ".gte_lte");
		}
		else if (range.hasMin()) {
			violated(name, "value must be " + min, type + ".gte");
		}
		else {
			violated(name, "value must be " + max, type + ".lte");
		}
	}

	private void checkMap(String name, MapRules rules, Map<?, ?> map) {
		if (!rules.size().contains(map.size())) {
			violated(name, "map must be at most %d entries".formatted(rules.size().max()), "map.max_pairs");
		}
		map.forEach((key, value) -> {
			String entry = "%s[\"%s\"]".formatted(name, key);
			checkLength(entry, rules.keyLength(), (String) key);
			checkLength(entry, rules.valueLength(), (String) value);
		});
	}

	private void violated(String name, String description, String constraint) {
		this.validation.violated(name, description, constraint);
	}

}
