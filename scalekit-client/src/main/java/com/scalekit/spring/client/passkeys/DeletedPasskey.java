package com.scalekit.spring.client.passkeys;

import org.jspecify.annotations.Nullable;

/**
 * The result of a request to delete a passkey.
 *
 * @param success whether the passkey was deleted
 * @param unknownCredentialOptions what to tell the browser, so that it no longer offers
 * the passkey
 */
public record DeletedPasskey(boolean success, @Nullable UnknownCredentialOptions unknownCredentialOptions) {

	/**
	 * The argument of {@code PublicKeyCredential.signalUnknownCredential} in the browser.
	 *
	 * @param rpId the domain that the passkey was for
	 * @param credentialId the identifier that the passkey has in the browser
	 */
	public record UnknownCredentialOptions(String rpId, String credentialId) {

	}

}
