package com.scalekit.spring.client.users;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * Whether a user may sign in to an organization.
 */
public enum MembershipStatus {

	/**
	 * The user is a member.
	 */
	ACTIVE,

	/**
	 * The membership is not active.
	 */
	INACTIVE,

	/**
	 * The user was invited and has not accepted yet.
	 */
	PENDING_INVITE,

	/**
	 * The user was invited and did not accept in time.
	 */
	INVITE_EXPIRED,

	/**
	 * A status this version of the client does not know.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
