package com.scalekit.spring.webhooks.events;

/**
 * Event about a role.
 */
public sealed interface RoleEvent extends ScalekitEvent {

	/**
	 * Returns what the event is about.
	 * @return the role
	 */
	RoleEventData data();

	/**
	 * A role was created. The type is {@code role.created}.
	 *
	 * @param metadata what each event has
	 * @param data the role
	 */
	record Created(EventMetadata metadata, RoleEventData data) implements RoleEvent {

	}

	/**
	 * A role was changed. The type is {@code role.updated}.
	 *
	 * @param metadata what each event has
	 * @param data the role
	 */
	record Updated(EventMetadata metadata, RoleEventData data) implements RoleEvent {

	}

	/**
	 * A role was deleted. The type is {@code role.deleted}.
	 *
	 * @param metadata what each event has
	 * @param data the role
	 */
	record Deleted(EventMetadata metadata, RoleEventData data) implements RoleEvent {

	}

}
