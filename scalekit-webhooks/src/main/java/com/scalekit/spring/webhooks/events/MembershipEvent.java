package com.scalekit.spring.webhooks.events;

/**
 * Event about a user as a member of an organization.
 */
public sealed interface MembershipEvent extends ScalekitEvent {

	/**
	 * Returns what the event is about.
	 * @return the organization and the user
	 */
	OrgMembershipEventData data();

	/**
	 * Returns the organization.
	 * @return the organization as it is after the event
	 */
	default EventOrganization organization() {
		return data().organization();
	}

	/**
	 * Returns the user.
	 * @return the user as it is after the event
	 */
	default EventUser user() {
		return data().user();
	}

	/**
	 * A user signed up and created an organization or joined one. The type is
	 * {@code user.signup}.
	 *
	 * @param metadata what each event has
	 * @param data the organization and the user
	 */
	record Signup(EventMetadata metadata, OrgMembershipEventData data) implements MembershipEvent {

	}

	/**
	 * A user was invited to an organization. The type is
	 * {@code user.organization_invitation}.
	 *
	 * @param metadata what each event has
	 * @param data the organization and the user
	 */
	record Invitation(EventMetadata metadata, OrgMembershipEventData data) implements MembershipEvent {

	}

	/**
	 * A user became a member of an organization. The type is
	 * {@code user.organization_membership_created}.
	 *
	 * @param metadata what each event has
	 * @param data the organization and the user
	 */
	record Created(EventMetadata metadata, OrgMembershipEventData data) implements MembershipEvent {

	}

	/**
	 * The membership of a user changed, such as its roles. The type is
	 * {@code user.organization_membership_updated}.
	 *
	 * @param metadata what each event has
	 * @param data the organization and the user
	 */
	record Updated(EventMetadata metadata, OrgMembershipEventData data) implements MembershipEvent {

	}

	/**
	 * A user is no longer a member of an organization. The type is
	 * {@code user.organization_membership_deleted}.
	 *
	 * @param metadata what each event has
	 * @param data the organization and the user
	 */
	record Deleted(EventMetadata metadata, OrgMembershipEventData data) implements MembershipEvent {

	}

}
