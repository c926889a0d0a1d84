package com.scalekit.spring.webhooks.events;

/**
 * Event about a user of a directory.
 */
public sealed interface DirectoryUserEvent extends ScalekitEvent {

	/**
	 * Returns what the event is about.
	 * @return the user of the directory
	 */
	DirectoryUserEventData data();

	/**
	 * A user was added to a directory. The type is
	 * {@code organization.directory.user_created}.
	 *
	 * @param metadata what each event has
	 * @param data the user of the directory
	 */
	record Created(EventMetadata metadata, DirectoryUserEventData data) implements DirectoryUserEvent {

	}

	/**
	 * A user of a directory was changed. The type is
	 * {@code organization.directory.user_updated}.
	 *
	 * @param metadata what each event has
	 * @param data the user of the directory
	 */
	record Updated(EventMetadata metadata, DirectoryUserEventData data) implements DirectoryUserEvent {

	}

	/**
	 * A user was removed from a directory. The type is
	 * {@code organization.directory.user_deleted}.
	 *
	 * @param metadata what each event has
	 * @param data the user of the directory
	 */
	record Deleted(EventMetadata metadata, DirectoryUserEventData data) implements DirectoryUserEvent {

	}

}
