package com.scalekit.spring.webhooks.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * What a domain of an organization is used for.
 */
public enum DomainType {

	/**
	 * The domain belongs to the organization: its users sign in through the connections
	 * of the organization.
	 */
	ORGANIZATION_DOMAIN,

	/**
	 * Users with an e-mail address of the domain may join the organization.
	 */
	ALLOWED_EMAIL_DOMAIN,

	/**
	 * A type this version does not know.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
