package com.scalekit.spring.test.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.server.Json;

/**
 * A session as the server keeps it, at one moment. This type gets new components when
 * Scalekit's sessions do, so its constructor is no part of the API.
 *
 * @param sessionId the id, such as {@code ses_1234}
 * @param userId the id of the user
 * @param organizationId the id of the organization
 * @param authenticatedOrganizations the ids of the organizations that the user has signed
 * in to, the first one first
 * @param status {@code active}, {@code expired}, {@code revoked} or {@code logout}
 * @param createdAt when the session began
 * @param updatedAt when the session was last changed
 * @param lastActiveAt when the user was last active
 * @param idleExpiresAt when the session ends if the user is no longer active
 * @param absoluteExpiresAt when the session ends at the latest
 * @param expiredAt when the session expired or was revoked, or {@code null}
 * @param logoutAt when the user signed out, or {@code null}
 */
public record StoredSession(String sessionId, String userId, String organizationId,
		List<String> authenticatedOrganizations, String status, Instant createdAt, Instant updatedAt,
		Instant lastActiveAt, Instant idleExpiresAt, Instant absoluteExpiresAt, @Nullable Instant expiredAt,
		@Nullable Instant logoutAt) {

	/**
	 * The session as it is at a time.
	 */
	StoredSession at(Instant now) {
		Instant end = (this.idleExpiresAt.isBefore(this.absoluteExpiresAt)) ? this.idleExpiresAt
				: this.absoluteExpiresAt;
		return (isActive() && !now.isBefore(end))
				? Json.with(this, Map.of("status", "expired", "expired_at", end, "updated_at", end)) : this;
	}

	/**
	 * Return whether the user is signed in.
	 * @return whether the session has not ended
	 */
	@JsonIgnore
	public boolean isActive() {
		return this.status.equals("active");
	}

}
