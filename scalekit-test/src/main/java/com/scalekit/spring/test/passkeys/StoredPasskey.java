package com.scalekit.spring.test.passkeys;

import java.time.Instant;
import java.util.List;

/**
 * A passkey as the server keeps it, at one moment. This type gets new components when
 * Scalekit's passkeys do, so its constructor is no part of the API.
 *
 * @param id the id, such as {@code cred_1234}
 * @param userId the id of the user
 * @param credentialId the id that the passkey has in the browser, in Base64
 * @param displayName the name shown to people
 * @param attestationType the type of the attestation
 * @param transports how the browser reaches the authenticator
 * @param createdAt when the passkey was registered
 * @param updatedAt when it was last changed
 */
public record StoredPasskey(String id, String userId, String credentialId, String displayName, String attestationType,
		List<String> transports, Instant createdAt, Instant updatedAt) {

}
