package com.scalekit.spring.webhooks.events;

/**
 * Event about a permission.
 */
public sealed interface PermissionEvent extends ScalekitEvent {

	/**
	 * Returns what the event is about.
	 * @return the permission
	 */
	PermissionEventData data();

	/**
	 * A permission was created. The type is {@code permission.created}.
	 *
	 * @param metadata what each event has
	 * @param data the permission
	 */
	record Created(EventMetadata metadata, PermissionEventData data) implements PermissionEvent {

	}

	/**
	 * A permission was changed. The type is {@code permission.updated}.
	 *
	 * @param metadata what each event has
	 * @param data the permission
	 */
	record Updated(EventMetadata metadata, PermissionEventData data) implements PermissionEvent {

	}

	/**
	 * A permission was deleted. The type is {@code permission.deleted}.
	 *
	 * @param metadata what each event has
	 * @param data the permission
	 */
	record Deleted(EventMetadata metadata, PermissionEventData data) implements PermissionEvent {

	}

}
