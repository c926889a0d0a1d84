package com.scalekit.spring.test.server;

import java.util.ArrayList;
import java.util.List;

import com.scalekit.spring.test.server.ApiError.FieldViolation;

/**
 * Collects the rules that a request breaks. Those of the table of the API are checked
 * before a request is handled; this is for those that the table cannot say.
 */
public final class Validation {

	private final List<FieldViolation> violations = new ArrayList<>();

	/**
	 * Create a validation that has found nothing yet.
	 */
	public Validation() {
	}

	/**
	 * Add a rule that is broken.
	 * @param field the name of the field
	 * @param description what the rule says
	 * @param constraint the name of the rule, as protovalidate names it
	 * @return this validation
	 */
	public Validation violated(String field, String description, String constraint) {
		this.violations.add(new FieldViolation(field, description, constraint));
		return this;
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
