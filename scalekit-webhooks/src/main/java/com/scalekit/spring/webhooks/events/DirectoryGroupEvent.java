package com.scalekit.spring.webhooks.events;

/**
 * Event about a group of a directory.
 */
public sealed interface DirectoryGroupEvent extends ScalekitEvent {

	/**
	 * Returns what the event is about.
	 * @return the group
	 */
	DirectoryGroupEventData data();

	/**
	 * A group was added to a directory. The type is
	 * {@code organization.directory.group_created}.
	 *
	 * @param metadata what each event has
	 * @param data the group
	 */
	record Created(EventMetadata metadata, DirectoryGroupEventData data) implements DirectoryGroupEvent {

	}

	/**
	 * A group of a directory was changed. The type is
	 * {@code organization.directory.group_updated}.
	 *
	 * @param metadata what each event has
	 * @param data the group
	 */
	record Updated(EventMetadata metadata, DirectoryGroupEventData data) implements DirectoryGroupEvent {

	}

	/**
	 * A group was removed from a directory. The type is
	 * {@code organization.directory.group_deleted}.
	 *
	 * @param metadata what each event has
	 * @param data the group
	 */
	record Deleted(EventMetadata metadata, DirectoryGroupEventData data) implements DirectoryGroupEvent {

	}

}
