package com.scalekit.spring.webhooks.events;

/**
 * Event about an organization, a tenant of the application.
 */
public sealed interface OrganizationEvent extends ScalekitEvent {

	/**
	 * Returns what the event is about.
	 * @return the organization
	 */
	OrganizationEventData data();

	/**
	 * An organization was created. The type is {@code organization.created}.
	 *
	 * @param metadata what each event has
	 * @param data the organization
	 */
	record Created(EventMetadata metadata, OrganizationEventData data) implements OrganizationEvent {

	}

	/**
	 * An organization was changed. The type is {@code organization.updated}.
	 *
	 * @param metadata what each event has
	 * @param data the organization
	 */
	record Updated(EventMetadata metadata, OrganizationEventData data) implements OrganizationEvent {

	}

	/**
	 * An organization was deleted. The type is {@code organization.deleted}.
	 *
	 * @param metadata what each event has
	 * @param data the organization
	 */
	record Deleted(EventMetadata metadata, OrganizationEventData data) implements OrganizationEvent {

	}

}
