package com.scalekit.spring.webhooks.events;

/**
 * Event about a domain of an organization.
 */
public sealed interface OrganizationDomainEvent extends ScalekitEvent {

	/**
	 * Returns what the event is about.
	 * @return the domain
	 */
	OrganizationDomainEventData data();

	/**
	 * A domain was added to an organization. The type is
	 * {@code organization.domain_created}.
	 *
	 * @param metadata what each event has
	 * @param data the domain
	 */
	record Created(EventMetadata metadata, OrganizationDomainEventData data) implements OrganizationDomainEvent {

	}

	/**
	 * A domain was removed from an organization. The type is
	 * {@code organization.domain_deleted}.
	 *
	 * @param metadata what each event has
	 * @param data the domain
	 */
	record Deleted(EventMetadata metadata, OrganizationDomainEventData data) implements OrganizationDomainEvent {

	}

	/**
	 * The DNS record of a domain proved that the organization owns it. The type is
	 * {@code organization.domain_dns_verification_success}.
	 *
	 * @param metadata what each event has
	 * @param data the domain
	 */
	record DnsVerificationSuccess(EventMetadata metadata,
			OrganizationDomainEventData data) implements OrganizationDomainEvent {

	}

	/**
	 * The DNS record of a domain could not be verified. The type is
	 * {@code organization.domain_dns_verification_failed}.
	 *
	 * @param metadata what each event has
	 * @param data the domain
	 */
	record DnsVerificationFailed(EventMetadata metadata,
			OrganizationDomainEventData data) implements OrganizationDomainEvent {

	}

}
