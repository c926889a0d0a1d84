package com.scalekit.spring.webhooks.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Session of a user in an event.
 *
 * @param sessionId the identifier, starting with {@code ses_}
 * @param userId the identifier of the user
 * @param organizationId the identifier of the organization that is active in the session
 * @param status the status in upper case, such as {@code ACTIVE}
 * @param createdAt when the session began
 * @param updatedAt when the session was last changed
 * @param lastActiveAt when the user was last active
 * @param absoluteExpiresAt when the session ends at the latest
 * @param idleExpiresAt when the session ends if the user is no longer active
 * @param expiredAt when the session expired or was revoked, {@code null} if it did not
 * @param logoutAt when the user signed out, {@code null} if the user did not
 * @param authenticatedOrganizations the identifiers of the organizations the user signed
 * in to
 * @param device the device as Scalekit sends it
 */
public record EventSession(String sessionId, String userId, @Nullable String organizationId, String status,
		@Nullable Instant createdAt, @Nullable Instant updatedAt, @Nullable Instant lastActiveAt,
		@Nullable Instant absoluteExpiresAt, @Nullable Instant idleExpiresAt, @Nullable Instant expiredAt,
		@Nullable Instant logoutAt, List<String> authenticatedOrganizations, Map<String, @Nullable Object> device) {

}
