package com.scalekit.spring.client.apitokens;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Enveloped;

/**
 * An API token, without its secret.
 *
 * @param tokenId the identifier, starting with {@code apit_}
 * @param tokenSuffix the last 4 characters of the secret, by which people recognize the
 * token
 * @param description what the token is for, if it was described
 * @param organizationId the identifier of the organization
 * @param organizationExternalId the application's own identifier of the organization,
 * empty if it has set none
 * @param userId the identifier of the user, {@code null} if the token is that of the
 * organization
 * @param userExternalId the application's own identifier of the user, if it has set one
 * @param email the e-mail address of the user
 * @param roles the names of the user's roles
 * @param customClaims the application's own data
 * @param expiry when the token expires, {@code null} if it never does
 * @param createdAt when the token was created
 */
@Enveloped("token_info")
public record ApiToken(@JsonProperty(required = true) String tokenId, String tokenSuffix, @Nullable String description,
		@JsonProperty(required = true) String organizationId, String organizationExternalId, @Nullable String userId,
		@Nullable String userExternalId, @Nullable String email, List<String> roles, Map<String, String> customClaims,
		@Nullable Instant expiry, @Nullable Instant createdAt) {

}
