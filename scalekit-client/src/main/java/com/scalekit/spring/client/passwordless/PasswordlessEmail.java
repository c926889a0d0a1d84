package com.scalekit.spring.client.passwordless;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An e-mail with which a user signs in.
 *
 * @param authRequestId the identifier, needed to send the e-mail again and to verify a
 * passcode
 * @param passwordlessType what the e-mail contains
 * @param expiresAt when the passcode and the magic link expire
 * @param expiresIn how long they are valid
 */
public record PasswordlessEmail(String authRequestId, PasswordlessType passwordlessType, @Nullable Instant expiresAt,
		@Nullable Duration expiresIn) {

}
