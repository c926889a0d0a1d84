package com.scalekit.spring.client.passkeys;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The passkeys of a user.
 *
 * @param credentials the passkeys
 * @param allAcceptedCredentialsOptions what to tell the browser, so that it no longer
 * offers passkeys that were deleted
 */
public record PasskeyList(List<Passkey> credentials,
		@Nullable AllAcceptedCredentialsOptions allAcceptedCredentialsOptions) {

	/**
	 * The argument of {@code PublicKeyCredential.signalAllAcceptedCredentials} in the
	 * browser.
	 *
	 * @param rpId the domain that the passkeys are for
	 * @param userId the identifier of the user, as the passkeys know it
	 * @param allAcceptedCredentialIds the identifiers that the passkeys have in the
	 * browser
	 */
	public record AllAcceptedCredentialsOptions(String rpId, String userId, List<String> allAcceptedCredentialIds) {

	}

}
