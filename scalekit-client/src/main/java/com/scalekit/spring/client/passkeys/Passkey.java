package com.scalekit.spring.client.passkeys;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Enveloped;

/**
 * A passkey of a user. What Scalekit does not know of it is empty.
 *
 * @param id the identifier, starting with {@code cred_}
 * @param userId the identifier of the user
 * @param credentialId the identifier that the passkey has in the browser, in Base64
 * @param displayName the name shown to people, if the passkey has one
 * @param attestationType the type of the attestation that was given at the registration
 * @param transports how the browser reaches the authenticator, such as {@code internal}
 * @param authenticator the authenticator that holds the passkey
 * @param authenticatorFlags what the authenticator said at the registration
 * @param clientInfo where the user was at the registration
 * @param userAgent the browser that was used for the registration
 * @param createdAt when the passkey was registered
 * @param updatedAt when it was last changed
 */
@Enveloped("credential")
public record Passkey(String id, String userId, String credentialId, @Nullable String displayName,
		String attestationType, List<String> transports, @Nullable Authenticator authenticator,
		@Nullable AuthenticatorFlags authenticatorFlags, @Nullable ClientInfo clientInfo, @Nullable UserAgent userAgent,
		@Nullable Instant createdAt, @Nullable Instant updatedAt) {

	/**
	 * The authenticator that holds a passkey, such as a password manager or a security
	 * key.
	 *
	 * @param aaguid the identifier of the model, the same for all authenticators of it
	 * @param name the name of the model
	 * @param attachment whether the authenticator is a part of the device, such as
	 * {@code platform} or {@code cross-platform}
	 * @param iconDark the icon for a dark background
	 * @param iconLight the icon for a light background
	 */
	public record Authenticator(String aaguid, String name, String attachment, String iconDark, String iconLight) {

	}

	/**
	 * What an authenticator said of itself and of the user.
	 *
	 * @param userPresent whether the user was present
	 * @param userVerified whether the authenticator verified the user, such as by a
	 * fingerprint
	 * @param backupEligible whether the passkey can be used on several devices
	 * @param backupState whether there is a backup of the passkey
	 */
	public record AuthenticatorFlags(boolean userPresent, boolean userVerified, boolean backupEligible,
			boolean backupState) {

	}

	/**
	 * Where a user was.
	 *
	 * @param ip the IP address
	 * @param region the country or region
	 * @param regionSubdivision the part of the region
	 * @param city the city
	 */
	public record ClientInfo(String ip, String region, String regionSubdivision, String city) {

	}

	/**
	 * A browser.
	 *
	 * @param raw the {@code User-Agent} header that the browser sent
	 * @param browser the name of the browser
	 * @param browserVersion the version of the browser
	 * @param os the name of the operating system
	 * @param osVersion the version of the operating system
	 * @param deviceType the type of the device
	 * @param deviceModel the model of the device
	 * @param url the URL that the browser names, as crawlers do
	 */
	public record UserAgent(String raw, String browser, String browserVersion, String os, String osVersion,
			String deviceType, String deviceModel, String url) {

	}

}
