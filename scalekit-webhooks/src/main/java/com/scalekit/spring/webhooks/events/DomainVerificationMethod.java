package com.scalekit.spring.webhooks.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * How an organization proves that it owns a domain.
 */
public enum DomainVerificationMethod {

	/**
	 * An administrator of the environment vouches for the domain.
	 */
	ADMIN,

	/**
	 * A DNS record proves it.
	 */
	DNS,

	/**
	 * No proof is needed.
	 */
	NOT_APPLICABLE,

	/**
	 * A method this version does not know.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
