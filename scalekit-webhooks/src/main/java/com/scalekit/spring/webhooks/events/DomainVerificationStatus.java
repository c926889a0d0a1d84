package com.scalekit.spring.webhooks.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * Whether an organization has proved that it owns a domain.
 */
public enum DomainVerificationStatus {

	/**
	 * The domain is not verified yet.
	 */
	PENDING,

	/**
	 * The domain is verified.
	 */
	VERIFIED,

	/**
	 * The domain could not be verified.
	 */
	FAILED,

	/**
	 * The domain needed no proof.
	 */
	AUTO_VERIFIED,

	/**
	 * A status this version does not know.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
