package com.scalekit.spring.webhooks.events;

/**
 * Event about a connection, the single sign-on of an organization.
 */
public sealed interface ConnectionEvent extends ScalekitEvent {

	/**
	 * Returns what the event is about.
	 * @return the connection
	 */
	ConnectionEventData data();

	/**
	 * A connection was created. The type is {@code organization.sso_created}.
	 *
	 * @param metadata what each event has
	 * @param data the connection
	 */
	record Created(EventMetadata metadata, ConnectionEventData data) implements ConnectionEvent {

	}

	/**
	 * A connection was enabled. The type is {@code organization.sso_enabled}.
	 *
	 * @param metadata what each event has
	 * @param data the connection
	 */
	record Enabled(EventMetadata metadata, ConnectionEventData data) implements ConnectionEvent {

	}

	/**
	 * A connection was disabled. The type is {@code organization.sso_disabled}.
	 *
	 * @param metadata what each event has
	 * @param data the connection
	 */
	record Disabled(EventMetadata metadata, ConnectionEventData data) implements ConnectionEvent {

	}

	/**
	 * A connection was deleted. The type is {@code organization.sso_deleted}.
	 *
	 * @param metadata what each event has
	 * @param data the connection
	 */
	record Deleted(EventMetadata metadata, ConnectionEventData data) implements ConnectionEvent {

	}

}
