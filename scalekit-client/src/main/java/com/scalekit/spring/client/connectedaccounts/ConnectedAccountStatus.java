package com.scalekit.spring.client.connectedaccounts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * Whether a connected account can be used.
 */
public enum ConnectedAccountStatus {

	/**
	 * Tools can be executed with the account.
	 */
	ACTIVE,

	/**
	 * The user has to authorize the account again.
	 */
	EXPIRED,

	/**
	 * The user has not authorized the account yet.
	 */
	PENDING_AUTH,

	/**
	 * The application has not confirmed yet which user has authorized the account.
	 */
	PENDING_VERIFICATION,

	/**
	 * The account was disconnected by hand.
	 */
	DISCONNECTED,

	/**
	 * One that this version of the client does not know.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
