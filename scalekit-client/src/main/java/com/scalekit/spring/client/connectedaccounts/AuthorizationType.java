package com.scalekit.spring.client.connectedaccounts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * How a connected account is authorized.
 */
public enum AuthorizationType {

	/**
	 * With OAuth 2.0, by the user.
	 */
	OAUTH,

	/**
	 * With an API key.
	 */
	API_KEY,

	/**
	 * With a user name and a password.
	 */
	BASIC_AUTH,

	/**
	 * With a token that does not change.
	 */
	BEARER_TOKEN,

	/**
	 * In the way of the service.
	 */
	CUSTOM,

	/**
	 * With a user name and a password, as connections name it.
	 */
	BASIC,

	/**
	 * With OAuth 2.0, by a client.
	 */
	OAUTH_M2M,

	/**
	 * With OAuth 1.0, at Trello.
	 */
	TRELLO_OAUTH1,

	/**
	 * With the domain-wide delegation of Google.
	 */
	GOOGLE_DWD,

	/**
	 * By a service that trusts Scalekit as an identity provider.
	 */
	TRUSTED_IDP,

	/**
	 * With SMART on FHIR.
	 */
	SMART_FHIR,

	/**
	 * Not at all.
	 */
	NO_AUTH,

	/**
	 * One that this version of the client does not know.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
