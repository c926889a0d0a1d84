package com.scalekit.spring.client.sessions;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Enveloped;

/**
 * A session that was revoked.
 *
 * @param sessionId the identifier, starting with {@code ses_}
 * @param userId the identifier of the user
 * @param status the status now, which is {@link SessionStatus#REVOKED}
 * @param createdAt when the session began
 * @param updatedAt when the session was last changed
 * @param lastActiveAt when the user was last active
 * @param idleExpiresAt when the session would have ended if the user was no longer active
 * @param absoluteExpiresAt when the session would have ended at the latest
 * @param expiredAt when the session was revoked
 * @param logoutAt when the user signed out, {@code null} if the user did not
 */
@Enveloped("revoked_session")
public record RevokedSession(String sessionId, String userId, SessionStatus status, @Nullable Instant createdAt,
		@Nullable Instant updatedAt, @Nullable Instant lastActiveAt, @Nullable Instant idleExpiresAt,
		@Nullable Instant absoluteExpiresAt, @Nullable Instant expiredAt, @Nullable Instant logoutAt) {

}
