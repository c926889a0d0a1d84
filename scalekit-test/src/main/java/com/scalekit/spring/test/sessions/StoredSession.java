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
 * @param device the device that the user has signed in with, or {@code null}
 */
public record StoredSession(String sessionId, String userId, String organizationId,
		List<String> authenticatedOrganizations, String status, Instant createdAt, Instant updatedAt,
		Instant lastActiveAt, Instant idleExpiresAt, Instant absoluteExpiresAt, @Nullable Instant expiredAt,
		@Nullable Instant logoutAt, @Nullable Device device) {

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

	/**
	 * The device of a session. What is not known is empty.
	 *
	 * @param ip the IP address
	 * @param userAgent the header {@code User-Agent}
	 * @param deviceType the kind of device: {@code desktop}, {@code mobile},
	 * {@code tablet} or {@code other}
	 * @param os the operating system
	 * @param osVersion the version of the operating system
	 * @param browser the browser
	 * @param browserVersion the version of the browser
	 * @param location where the IP address is, or {@code null}
	 */
	public record Device(String ip, String userAgent, String deviceType, String os, String osVersion, String browser,
			String browserVersion, @Nullable Location location) {
	}

	/**
	 * Where an IP address is. What is not known is empty.
	 *
	 * @param region the country
	 * @param regionSubdivision the state or the province
	 * @param city the city
	 * @param latitude the latitude in degrees
	 * @param longitude the longitude in degrees
	 */
	public record Location(String region, String regionSubdivision, String city, String latitude, String longitude) {
	}

}
