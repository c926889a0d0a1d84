package com.scalekit.spring.webhooks.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Event that Scalekit sends to a webhook, published as an application event of Spring.
 * Listen to a single type, to a group of types, or to all events:
 *
 * <pre class="code">
 * &#064;EventListener
 * void joined(MembershipEvent.Created event) {
 * 	this.seats.take(event.organization().externalId(), event.user().email());
 * }
 * </pre>
 *
 * Events may arrive late, in another order than they occurred, and, beyond the retention
 * of the inbox, more than once: compare {@link #occurredAt()}.
 */
public sealed interface ScalekitEvent permits OrganizationEvent, OrganizationDomainEvent, MembershipEvent,
		UserAuthEvent, DirectoryEvent, DirectoryUserEvent, DirectoryGroupEvent, ConnectionEvent, RoleEvent,
		PermissionEvent, ConnectedAccountEvent, UnknownEvent {

	/**
	 * Returns what each event has.
	 * @return the metadata
	 */
	EventMetadata metadata();

	/**
	 * Returns the identifier of the event.
	 * @return the identifier, starting with {@code evt_}
	 */
	default String id() {
		return metadata().id();
	}

	/**
	 * Returns the type of the event.
	 * @return the type, such as {@code organization.created}
	 */
	default String type() {
		return metadata().type();
	}

	/**
	 * Returns when the event occurred.
	 * @return the time of the event, earlier than the time of its delivery
	 */
	default Instant occurredAt() {
		return metadata().occurredAt();
	}

	/**
	 * Returns the environment the event occurred in.
	 * @return the identifier, starting with {@code env_}
	 */
	default String environmentId() {
		return metadata().environmentId();
	}

	/**
	 * Returns the organization the event belongs to.
	 * @return the identifier, starting with {@code org_}, or {@code null} if the event
	 * belongs to the environment
	 */
	default @Nullable String organizationId() {
		return metadata().organizationId();
	}

}
