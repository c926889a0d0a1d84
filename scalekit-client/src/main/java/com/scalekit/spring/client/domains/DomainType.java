package com.scalekit.spring.client.domains;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * What a domain is used for.
 */
public enum DomainType {

	/**
	 * Users with an e-mail address of the domain may join the organization.
	 */
	ALLOWED_EMAIL_DOMAIN,

	/**
	 * The organization owns the domain, so that its users sign in with the organization's
	 * connection.
	 */
	ORGANIZATION_DOMAIN,

	/**
	 * A type this version of the client does not know.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
