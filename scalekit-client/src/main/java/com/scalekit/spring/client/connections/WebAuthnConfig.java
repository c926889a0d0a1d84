package com.scalekit.spring.client.connections;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The configuration of a connection with passkeys.
 *
 * @param rp for whom passkeys are created, the relying party
 * @param attestation what authenticators have to prove
 * @param authenticatorSelection which authenticators users may choose
 * @param authenticators which authenticators are accepted
 * @param timeout how long ceremonies may take
 * @param enableAutoRegistration whether users are asked to create a passkey
 * @param enableConditionalLogin whether browsers offer passkeys in the sign-in form
 * @param showPasskeyButton whether the sign-in page has a button for passkeys
 */
public record WebAuthnConfig(@Nullable RelyingParty rp, @Nullable Attestation attestation,
		@Nullable AuthenticatorSelection authenticatorSelection, @Nullable Authenticators authenticators,
		@Nullable Timeout timeout, boolean enableAutoRegistration, boolean enableConditionalLogin,
		boolean showPasskeyButton) {

	/**
	 * For whom passkeys are created.
	 *
	 * @param ids the identifiers, which are domains
	 * @param origins the origins that may use the passkeys
	 */
	public record RelyingParty(List<String> ids, List<String> origins) {

	}

	/**
	 * What authenticators have to prove.
	 *
	 * @param conveyancePreference the attestation to ask for, as in WebAuthn
	 * @param enterpriseApprovedIds the relying parties with enterprise attestation
	 */
	public record Attestation(String conveyancePreference, List<String> enterpriseApprovedIds) {

	}

	/**
	 * Which authenticators users may choose.
	 *
	 * @param authenticatorAttachment how the authenticator is attached, as in WebAuthn
	 * @param userVerification whether users are verified, as in WebAuthn
	 */
	public record AuthenticatorSelection(String authenticatorAttachment, String userVerification) {

	}

	/**
	 * Which authenticators are accepted, by their metadata from the FIDO Alliance.
	 *
	 * @param desiredAuthenticatorStatus the statuses one of which is required
	 * @param undesiredAuthenticatorStatus the statuses none of which is allowed
	 * @param validateAnchors whether the trust anchors are validated
	 * @param validateAttestationType whether the attestation type is validated
	 * @param validateEntry whether there has to be an entry
	 * @param validateEntryPermitZeroAaguid whether an authenticator may do without an
	 * entry if it does not identify itself
	 * @param validateStatus whether the status is validated
	 */
	public record Authenticators(List<String> desiredAuthenticatorStatus, List<String> undesiredAuthenticatorStatus,
			boolean validateAnchors, boolean validateAttestationType, boolean validateEntry,
			boolean validateEntryPermitZeroAaguid, boolean validateStatus) {

	}

	/**
	 * How long ceremonies may take.
	 *
	 * @param login how long signing in may take
	 * @param loginUvd the same if user verification is discouraged
	 * @param registration how long creating a passkey may take
	 * @param registrationUvd the same if user verification is discouraged
	 */
	public record Timeout(@Nullable Duration login, @Nullable Duration loginUvd, @Nullable Duration registration,
			@Nullable Duration registrationUvd) {

	}

}
