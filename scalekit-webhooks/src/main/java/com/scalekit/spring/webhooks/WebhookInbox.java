package com.scalekit.spring.webhooks;

/**
 * Remembers which events were handled, so that each is handled once although it is
 * delivered more than once.
 */
public interface WebhookInbox {

	/**
	 * Runs a handler unless it has already run for the event, or is running.
	 * @param eventId the identifier of the event
	 * @param handler handles the event. If it throws an exception, the event counts as
	 * not handled, and the exception is thrown on
	 * @return whether this call handled the event
	 */
	Outcome once(String eventId, Runnable handler);

	/**
	 * Whether a call handled its event.
	 */
	enum Outcome {

		/**
		 * The handler has run.
		 */
		HANDLED,

		/**
		 * The handler has run before.
		 */
		DUPLICATE,

		/**
		 * The handler is running for another delivery of the event, and may still fail.
		 */
		IN_PROGRESS

	}

}
