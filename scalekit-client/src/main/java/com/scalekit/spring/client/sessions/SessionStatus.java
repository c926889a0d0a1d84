package com.scalekit.spring.client.sessions;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whether a session is active, or how it ended.
 */
public enum SessionStatus {

	/**
	 * The session is active.
	 */
	@JsonProperty("active")
	ACTIVE,

	/**
	 * The session was not used for too long, or reached its greatest length.
	 */
	@JsonProperty("expired")
	EXPIRED,

	/**
	 * The session was revoked.
	 */
	@JsonProperty("revoked")
	REVOKED,

	/**
	 * The user signed out.
	 */
	@JsonProperty("logout")
	LOGOUT,

	/**
	 * A status this version of the client does not know.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
