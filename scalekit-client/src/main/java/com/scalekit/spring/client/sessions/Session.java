package com.scalekit.spring.client.sessions;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A session of a user.
 *
 * @param sessionId the identifier, starting with {@code ses_}
 * @param userId the identifier of the user
 * @param status whether the session is active, or how it ended
 * @param organizationId the identifier of the organization that was last active in the
 * session
 * @param authenticatedOrganizations the identifiers of the organizations the user signed
 * in to
 * @param authenticatedClients the applications the user signed in to
 * @param device the device, {@code null} if Scalekit sends none
 * @param createdAt when the session began
 * @param updatedAt when the session was last changed
 * @param lastActiveAt when the user was last active
 * @param idleExpiresAt when the session ends if the user is no longer active
 * @param absoluteExpiresAt when the session ends at the latest
 * @param expiredAt when the session expired or was revoked, {@code null} if it did not
 * @param logoutAt when the user signed out, {@code null} if the user did not
 */
public record Session(String sessionId, String userId, SessionStatus status, String organizationId,
		List<String> authenticatedOrganizations, List<AuthenticatedClient> authenticatedClients,
		@Nullable Device device, @Nullable Instant createdAt, @Nullable Instant updatedAt,
		@Nullable Instant lastActiveAt, @Nullable Instant idleExpiresAt, @Nullable Instant absoluteExpiresAt,
		@Nullable Instant expiredAt, @Nullable Instant logoutAt) {

	/**
	 * An application the user signed in to.
	 *
	 * @param clientId the client id of the application
	 * @param organizationId the identifier of the organization that was last active in
	 * the application
	 */
	public record AuthenticatedClient(String clientId, String organizationId) {

	}

	/**
	 * The device of a session, as far as its requests tell.
	 *
	 * @param ip the IP address
	 * @param userAgent the header {@code User-Agent}
	 * @param deviceType the kind of device: {@code desktop}, {@code mobile},
	 * {@code tablet} or {@code other}
	 * @param os the operating system
	 * @param osVersion the version of the operating system
	 * @param browser the browser
	 * @param browserVersion the version of the browser
	 * @param location where the IP address is, {@code null} if Scalekit sends nothing
	 */
	public record Device(String ip, String userAgent, String deviceType, String os, String osVersion, String browser,
			String browserVersion, @Nullable Location location) {

	}

	/**
	 * Where an IP address is, approximately.
	 *
	 * @param region the country
	 * @param regionSubdivision the state or the province
	 * @param city the city
	 * @param latitude the latitude in degrees, such as {@code 37.7749}
	 * @param longitude the longitude in degrees, such as {@code -122.4194}
	 */
	public record Location(String region, String regionSubdivision, String city, String latitude, String longitude) {

	}

}
