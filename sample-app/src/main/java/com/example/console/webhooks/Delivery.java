package com.example.console.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.webhooks.events.MembershipEvent;
import com.scalekit.spring.webhooks.events.OrganizationEvent;
import com.scalekit.spring.webhooks.events.ScalekitEvent;

/**
 * A webhook that has arrived.
 *
 * @param id identifies this delivery. Other deliveries of its event have other ones
 * @param type the type of the event
 * @param outcome what became of it
 * @param arrivedAt when it has arrived
 * @param took how long it took to answer
 * @param event the event, {@code null} if it is not known any more, or was never read
 */
record Delivery(UUID id, String type, String outcome, Instant arrivedAt, Duration took, @Nullable ScalekitEvent event) {

	/**
	 * Return the name of the organization, if the event has it, or its id.
	 */
	public @Nullable String getOrganization() {
		if (this.event instanceof OrganizationEvent about) {
			return about.data().displayName();
		}
		if (this.event instanceof MembershipEvent about) {
			return about.organization().displayName();
		}
		return (this.event != null) ? this.event.organizationId() : null;
	}

	/**
	 * Return the type in parts, between which a line may be broken.
	 */
	public String[] getTypeParts() {
		return this.type.split("(?<=[._])");
	}

	public String getMilliseconds() {
		return String.format(Locale.ENGLISH, "%,.1f ms", this.took.toNanos() / 1_000_000.0);
	}

}
