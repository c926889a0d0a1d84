package com.scalekit.spring.test.apitokens;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An API token as the server keeps it, at one moment. This type gets new components when
 * Scalekit's API tokens do, so its constructor is no part of the API.
 *
 * @param tokenId the id, such as {@code apit_1234}
 * @param tokenSuffix the last 4 characters of the secret
 * @param organizationId the id of the organization
 * @param userId the id of the user, or {@code null} if the token is that of the
 * organization
 * @param customClaims the application's own data, may be empty
 * @param description what the token is for, or {@code null}
 * @param expiry when the token expires, or {@code null} if it never does
 * @param createdAt when the token was created
 */
public record StoredApiToken(String tokenId, String tokenSuffix, String organizationId, @Nullable String userId,
		Map<String, String> customClaims, @Nullable String description, @Nullable Instant expiry, Instant createdAt) {

	boolean isValid(Instant now) {
		return this.expiry == null || now.isBefore(this.expiry);
	}

}
