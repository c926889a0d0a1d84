package com.scalekit.spring.webhooks;

import java.io.Serial;

/**
 * Thrown when the data of an event is not what Scalekit documents. Its message tells
 * where, but no values.
 */
public final class WebhookUnreadableException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Identifier of the event.
	 */
	private final String eventId;

	/**
	 * Type of the event.
	 */
	private final String eventType;

	/**
	 * Where the body cannot be read.
	 */
	private final String path;

	WebhookUnreadableException(String eventId, String eventType, String path) {
		super("Event '%s' of type '%s' cannot be read at %s".formatted(eventId, eventType, path));
		this.eventId = eventId;
		this.eventType = eventType;
		this.path = path;
	}

	/**
	 * Returns the identifier of the event.
	 * @return the identifier
	 */
	public String getEventId() {
		return this.eventId;
	}

	/**
	 * Returns the type of the event.
	 * @return the type, such as {@code organization.created}
	 */
	public String getEventType() {
		return this.eventType;
	}

	/**
	 * Returns where the body cannot be read.
	 * @return the JSON path, such as {@code $.data.id}
	 */
	public String getPath() {
		return this.path;
	}

}
