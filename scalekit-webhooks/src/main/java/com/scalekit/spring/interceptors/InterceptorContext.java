package com.scalekit.spring.interceptors;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Circumstances of a request.
 *
 * @param environmentId the identifier of the environment, starting with {@code env_}
 * @param userId the identifier of the user, {@code null} if there is none yet
 * @param userEmail the e-mail address of the user, {@code null} if there is no user
 * @param organizationId the identifier of the organization, {@code null} if there is none
 * yet
 * @param clientId the identifier of the API client, {@code null} unless it asks for a
 * token
 * @param connectionDetails the connections the user signs in with
 * @param authRequest the request to sign in, {@code null} if there is none
 * @param deviceType the kind of device, such as {@code Desktop}
 * @param ipAddress the IP address, {@code null} if Scalekit does not tell
 * @param region the country, such as {@code US}
 * @param city the city
 * @param userAgent the header {@code User-Agent}
 * @param triggeredAt when Scalekit sent the request
 */
public record InterceptorContext(String environmentId, @Nullable String userId, @Nullable String userEmail,
		@Nullable String organizationId, @Nullable String clientId, List<ConnectionDetails> connectionDetails,
		@Nullable AuthRequest authRequest, @Nullable String deviceType, @Nullable String ipAddress,
		@Nullable String region, @Nullable String city, @Nullable String userAgent, @Nullable Instant triggeredAt) {

	/**
	 * Connection the user signs in with.
	 *
	 * @param id the identifier, {@code null} if Scalekit sends none
	 * @param type the type, such as {@code SAML}
	 * @param provider the provider, such as {@code OKTA}
	 */
	public record ConnectionDetails(@Nullable String id, String type, String provider) {

	}

	/**
	 * Parameters of the request to sign in.
	 *
	 * @param connectionId the connection asked for, if any
	 * @param organizationId the organization asked for, if any
	 * @param domain the domain asked for, if any
	 * @param loginHint the e-mail address the application suggests, if any
	 * @param state the state of the application, if any
	 */
	public record AuthRequest(@Nullable String connectionId, @Nullable String organizationId, @Nullable String domain,
			@Nullable String loginHint, @Nullable String state) {

	}

}
