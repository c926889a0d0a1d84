package com.scalekit.spring.test.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.server.ApiError.FieldViolation;

/**
 * Collects the rules that a request breaks, named and worded as protovalidate does.
 * Absent values break no rule but {@link #required}.
 */
public final class Validation {

	private final List<FieldViolation> violations = new ArrayList<>();

	/**
	 * Create a validation that has found nothing yet.
	 */
	public Validation() {
	}

	/**
	 * The field must be there.
	 * @param field the name of the field
	 * @param value the value
	 * @return this validation
	 */
	public Validation required(String field, @Nullable Object value) {
		if (value == null) {
			violated(field, "value is required", "required");
		}
		return this;
	}

	/**
	 * The text must have a certain length.
	 * @param field the name of the field
	 * @param value the value
	 * @param min the least number of characters
	 * @param max the largest number of characters
	 * @return this validation
	 */
	public Validation length(String field, @Nullable String value, int min, int max) {
		if (value != null) {
			int length = value.codePointCount(0, value.length());
			if (length < min) {
				violated(field, "value length must be at least %d characters".formatted(min), "string.min_len");
			}
			if (length > max) {
				violated(field, "value length must be at most %d characters".formatted(max), "string.max_len");
			}
		}
		return this;
	}

	/**
	 * The text must have a certain form.
	 * @param field the name of the field
	 * @param value the value
	 * @param pattern what is to be found in the text
	 * @return this validation
	 */
	public Validation pattern(String field, @Nullable String value, Pattern pattern) {
		if (value != null && !pattern.matcher(value).find()) {
			violated(field, "value does not match regex pattern `%s`".formatted(pattern), "string.pattern");
		}
		return this;
	}

	/**
	 * The text must begin in a certain way.
	 * @param field the name of the field
	 * @param value the value
	 * @param prefix what the text begins with
	 * @return this validation
	 */
	public Validation prefix(String field, String value, String prefix) {
		if (!value.startsWith(prefix)) {
			violated(field, "value does not have prefix `%s`".formatted(prefix), "string.prefix");
		}
		return this;
	}

	/**
	 * The text must be one of a list.
	 * @param field the name of the field
	 * @param value the value
	 * @param allowed the list
	 * @return this validation
	 */
	public Validation oneOf(String field, @Nullable String value, Collection<String> allowed) {
		if (value != null && !allowed.contains(value)) {
			violated(field, "value must be in list [%s]".formatted(String.join(", ", allowed)), "string.in");
		}
		return this;
	}

	/**
	 * The number must not be negative.
	 * @param field the name of the field
	 * @param value the value
	 * @return this validation
	 */
	public Validation notNegative(String field, @Nullable Integer value) {
		if (value != null && value < 0) {
			violated(field, "value must be greater than or equal to 0", "int32.gte");
		}
		return this;
	}

	/**
	 * The number must not be too large.
	 * @param field the name of the field
	 * @param value the value
	 * @param max the largest number
	 * @return this validation
	 */
	public Validation atMost(String field, @Nullable Integer value, int max) {
		if (value != null && value > max) {
			violated(field, "value must be less than or equal to %d".formatted(max), "int32.lte");
		}
		return this;
	}

	/**
	 * The metadata must have keys and values of certain lengths.
	 * @param field the name of the field
	 * @param metadata the metadata
	 * @param maxPairs the largest number of pairs
	 * @return this validation
	 */
	public Validation metadata(String field, @Nullable Map<String, String> metadata, int maxPairs) {
		if (metadata != null) {
			if (metadata.size() > maxPairs) {
				violated(field, "map must be at most %d entries".formatted(maxPairs), "map.max_pairs");
			}
			metadata.forEach((key, value) -> {
				String entry = "%s[\"%s\"]".formatted(field, key);
				length(entry, key, 3, 25);
				length(entry, value, 1, 256);
			});
		}
		return this;
	}

	private void violated(String field, String description, String constraint) {
		this.violations.add(new FieldViolation(field, description, constraint));
	}

	/**
	 * Refuse the request if it breaks a rule.
	 */
	public void verify() {
		if (!this.violations.isEmpty()) {
			throw ApiException.invalidFields(List.copyOf(this.violations));
		}
	}

}
