package com.scalekit.spring.webhooks.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * Whether a connected account can be used.
 */
public enum ConnectedAccountStatus {

	/**
	 * The account can be used.
	 */
	ACTIVE,

	/**
	 * The authorization expired.
	 */
	EXPIRED,

	/**
	 * The user has not authorized the account yet.
	 */
	PENDING_AUTH,

	/**
	 * The user is not verified yet.
	 */
	PENDING_VERIFICATION,

	/**
	 * The account was disconnected.
	 */
	DISCONNECTED,

	/**
	 * A status this version does not know.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
