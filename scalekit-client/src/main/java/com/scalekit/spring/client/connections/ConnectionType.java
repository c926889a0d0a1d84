package com.scalekit.spring.client.connections;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * How a connection authenticates.
 */
public enum ConnectionType {

	/**
	 * OpenID Connect.
	 */
	OIDC,

	/**
	 * SAML 2.0.
	 */
	SAML,

	/**
	 * A password.
	 */
	PASSWORD,

	/**
	 * OAuth 2.0.
	 */
	OAUTH,

	/**
	 * A link or a code by e-mail.
	 */
	PASSWORDLESS,

	/**
	 * HTTP Basic authentication.
	 */
	BASIC,

	/**
	 * A bearer token.
	 */
	BEARER,

	/**
	 * An API key.
	 */
	API_KEY,

	/**
	 * Passkeys.
	 */
	WEBAUTHN,

	/**
	 * OAuth 2.0 between machines.
	 */
	OAUTH_M2M,

	/**
	 * The OAuth 1.0 of Trello.
	 */
	TRELLO_OAUTH1,

	/**
	 * The domain-wide delegation of Google.
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
	 * No authentication.
	 */
	NO_AUTH,

	/**
	 * A type this version of the client does not know.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
