package com.example.console.organizations;

import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;

import com.scalekit.spring.client.error.ScalekitError;
import com.scalekit.spring.client.error.ScalekitError.FieldViolation;

/**
 * Puts what Scalekit says about the fields of a request beside the fields of a form.
 */
final class FieldErrors {

	private FieldErrors() {
	}

	/**
	 * Add what Scalekit says to the errors of a form.
	 * @param error what Scalekit says
	 * @param form the errors of the form
	 * @param fields the name of the form's field for a field of Scalekit's, {@code null}
	 * if the form does not have it
	 */
	static void add(ScalekitError error, BindingResult form, Function<String, @Nullable String> fields) {
		if (error.fieldViolations().isEmpty()) {
			form.reject("refused", sentence(error.message(), "Scalekit does not accept this"));
		}
		for (FieldViolation violation : error.fieldViolations()) {
			String name = Objects.requireNonNullElse(violation.field(), "request");
			String field = fields.apply(name);
			String description = sentence(violation.description(), "Not accepted");
			if (field != null) {
				form.rejectValue(field, "refused", description);
			}
			else {
				form.reject("refused", "%s: %s".formatted(name, description));
			}
		}
	}

	private static String sentence(@Nullable String text, String otherwise) {
		return StringUtils.hasText(text) ? StringUtils.capitalize(text) : otherwise;
	}

}
