package com.scalekit.spring.webhooks.events;

/**
 * Event about a directory, from which users and groups are synchronized.
 */
public sealed interface DirectoryEvent extends ScalekitEvent {

	/**
	 * Returns what the event is about.
	 * @return the directory
	 */
	DirectoryEventData data();

	/**
	 * A directory was enabled. The type is {@code organization.directory_enabled}.
	 *
	 * @param metadata what each event has
	 * @param data the directory
	 */
	record Enabled(EventMetadata metadata, DirectoryEventData data) implements DirectoryEvent {

	}

	/**
	 * A directory was disabled. The type is {@code organization.directory_disabled}.
	 *
	 * @param metadata what each event has
	 * @param data the directory
	 */
	record Disabled(EventMetadata metadata, DirectoryEventData data) implements DirectoryEvent {

	}

}
