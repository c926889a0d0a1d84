package com.scalekit.spring.webhooks;

import java.io.Serial;

/**
 * Thrown when a secret cannot be a signing secret of Scalekit. Its message tells which
 * one and why, and never contains the secret.
 */
public final class InvalidSecretException extends IllegalArgumentException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * What is wrong.
	 */
	private final String reason;

	InvalidSecretException(String subject, String reason) {
		super(subject + " " + reason + ". Use the signing secret from the Scalekit dashboard, such as 'whsec_…'");
		this.reason = reason;
	}

	/**
	 * Returns what is wrong.
	 * @return the reason, such as {@code is blank}
	 */
	public String getReason() {
		return this.reason;
	}

}
