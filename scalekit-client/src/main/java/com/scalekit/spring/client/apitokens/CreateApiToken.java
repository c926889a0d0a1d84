package com.scalekit.spring.client.apitokens;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to create an API token. Instances are immutable: each {@code with} method
 * returns a changed copy.
 */
public final class CreateApiToken extends JsonObject<CreateApiToken> {

	private CreateApiToken(Map<String, @Nullable Object> members) {
		super(CreateApiToken::new, members);
	}

	/**
	 * Start with an organization.
	 * @param organizationId the identifier of the organization
	 * @return a request for a token of the organization
	 * @throws IllegalArgumentException if the identifier is empty
	 */
	public static CreateApiToken forOrganization(String organizationId) {
		Assert.hasText(organizationId, "'organization_id' must not be empty");
		return new CreateApiToken(Map.of()).with("organization_id", organizationId);
	}

	/**
	 * Make the token one of a user.
	 * @param userId the identifier of a user of the organization
	 * @return a copy with the user
	 */
	public CreateApiToken withUserId(String userId) {
		return with("user_id", userId);
	}

	/**
	 * Set the application's own data, which the validation of the token returns.
	 * @param customClaims at most 20 pairs, keys of 1 to 30 and values of 1 to 256
	 * characters
	 * @return a copy with the data
	 */
	public CreateApiToken withCustomClaims(Map<String, String> customClaims) {
		return with("custom_claims", customClaims);
	}

	/**
	 * Set when the token expires. By default, it never does.
	 * @param expiry the time
	 * @return a copy with the time
	 */
	public CreateApiToken withExpiry(Instant expiry) {
		return with("expiry", expiry);
	}

	/**
	 * Set what the token is for.
	 * @param description the description, at most 255 characters
	 * @return a copy with the description
	 */
	public CreateApiToken withDescription(String description) {
		return with("description", description);
	}

}
