package com.scalekit.spring.webhooks.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * How a connected account is authorized.
 */
public enum AuthorizationType {

	/**
	 * OAuth 2.0.
	 */
	OAUTH,

	/**
	 * An API key.
	 */
	API_KEY,

	/**
	 * A user name and a password.
	 */
	BASIC_AUTH,

	/**
	 * A bearer token.
	 */
	BEARER_TOKEN,

	/**
	 * A scheme of the provider.
	 */
	CUSTOM,

	/**
	 * A user name and a password.
	 */
	BASIC,

	/**
	 * OAuth 2.0 client credentials.
	 */
	OAUTH_M2M,

	/**
	 * OAuth 1.0 of Trello.
	 */
	TRELLO_OAUTH1,

	/**
	 * Domain-wide delegation of Google Workspace.
	 */
	GOOGLE_DWD,

	/**
	 * A trusted identity provider.
	 */
	TRUSTED_IDP,

	/**
	 * SMART on FHIR.
	 */
	SMART_FHIR,

	/**
	 * No authorization.
	 */
	NO_AUTH,

	/**
	 * A type this version does not know.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
