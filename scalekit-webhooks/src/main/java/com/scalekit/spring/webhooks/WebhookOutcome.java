package com.scalekit.spring.webhooks;

/**
 * What became of a delivery. Scalekit delivers again unless the outcome is
 * {@link #HANDLED} or {@link #DUPLICATE} and is answered with success.
 */
public enum WebhookOutcome {

	/**
	 * All listeners returned.
	 */
	HANDLED,

	/**
	 * The event was handled before; no listener was called.
	 */
	DUPLICATE,

	/**
	 * Another delivery of the event is being handled, and may still fail. Scalekit should
	 * deliver again.
	 */
	IN_PROGRESS,

	/**
	 * The delivery is not from Scalekit, or not an event.
	 */
	REFUSED,

	/**
	 * The event is of a known type, but does not have the data of that type.
	 */
	UNREADABLE,

	/**
	 * A listener, or the inbox, threw an exception. Scalekit should deliver again.
	 */
	FAILED

}
