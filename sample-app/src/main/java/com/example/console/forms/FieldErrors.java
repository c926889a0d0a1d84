package com.example.console.forms;

import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;

import com.scalekit.spring.client.error.ScalekitError;
import com.scalekit.spring.client.error.ScalekitError.FieldViolation;

/**
 * Puts what Scalekit says about the fields of a request beside the fields of a form.
 */
public final class FieldErrors {

	private static final Pattern KEY = Pattern.compile("\\[\"(.+)\"]$");

	private FieldErrors() {
	}

	/**
	 * Add what Scalekit says to the errors of a form.
	 * @param error what Scalekit says
	 * @param form the errors of the form
	 * @param fields the name of the form's field for a field of Scalekit's, {@code null}
	 * if the form does not have it
	 */
	public static void add(ScalekitError error, BindingResult form, Function<String, @Nullable String> fields) {
		if (error.fieldViolations().isEmpty()) {
			form.reject("refused", sentence(error.message(), "Scalekit does not accept this"));
		}
		for (FieldViolation violation : error.fieldViolations()) {
			String name = Objects.requireNonNullElse(violation.field(), "request");
			String field = fields.apply(name);
			String description = key(name) + sentence(violation.description(), "Not accepted");
			if (field != null) {
				form.rejectValue(field, "refused", description);
			}
			else {
				form.reject("refused", "%s: %s".formatted(name, description));
			}
		}
	}

	/**
	 * Return what Scalekit says, where there is no form.
	 * @param error what Scalekit says
	 * @return a sentence
	 */
	public static String text(ScalekitError error) {
		String violations = error.fieldViolations()
			.stream()
			.map((violation) -> sentence(violation.description(), "Not accepted"))
			.collect(Collectors.joining(". "));
		return violations.isEmpty() ? sentence(error.message(), "Not accepted") : violations;
	}

	/**
	 * Return the key of a field such as {@code organization.metadata["plan"]}.
	 */
	private static String key(String name) {
		Matcher matcher = KEY.matcher(name);
		return matcher.find() ? matcher.group(1) + ": " : "";
	}

	private static String sentence(@Nullable String text, String otherwise) {
		return StringUtils.hasText(text) ? StringUtils.capitalize(text) : otherwise;
	}

}
