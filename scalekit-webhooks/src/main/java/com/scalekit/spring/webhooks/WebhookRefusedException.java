package com.scalekit.spring.webhooks;

import java.io.Serial;

/**
 * Thrown when a delivery is refused. Its message tells the reason, and nothing of the
 * delivery.
 */
public final class WebhookRefusedException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Why the delivery is refused.
	 */
	private final Reason reason;

	/**
	 * Creates the exception.
	 * @param reason why the delivery is refused
	 */
	public WebhookRefusedException(Reason reason) {
		super(reason.description());
		this.reason = reason;
	}

	/**
	 * Returns why the delivery is refused.
	 * @return the reason
	 */
	public Reason getReason() {
		return this.reason;
	}

	/**
	 * Why a delivery is refused.
	 */
	public enum Reason {

		/**
		 * A header is missing, blank, too long or repeated with different values.
		 */
		HEADERS("a header is missing, blank, malformed, too long or repeated"),

		/**
		 * The timestamp is not a number of seconds.
		 */
		TIMESTAMP("the timestamp is not a number of seconds"),

		/**
		 * The timestamp is too far from the present: the delivery is old, or a clock is
		 * wrong.
		 */
		TOLERANCE("the timestamp is outside the tolerance"),

		/**
		 * No signature matches a secret.
		 */
		SIGNATURE("no signature matches a configured secret"),

		/**
		 * The body is not a JSON object with an identifier and a type.
		 */
		BODY("the body is not the JSON object that Scalekit sends");

		private final String description;

		Reason(String description) {
			this.description = description;
		}

		/**
		 * Returns a description for logs and for the sender.
		 * @return the description, without any part of the delivery
		 */
		public String description() {
			return this.description;
		}

	}

}
