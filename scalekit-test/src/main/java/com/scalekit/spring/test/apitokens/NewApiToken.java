package com.scalekit.spring.test.apitokens;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The details of an API token that a test adds. At first it is one of the organization
 * that never expires.
 *
 * @see ApiTokens#add(String, java.util.function.Consumer)
 */
public final class NewApiToken {

	private final Map<String, Object> body = new LinkedHashMap<>();

	private final Map<String, String> customClaims = new LinkedHashMap<>();

	NewApiToken(String organizationId) {
		this.body.put("organization_id", organizationId);
		this.body.put("custom_claims", this.customClaims);
	}

	/**
	 * Make the token one of a user.
	 * @param userId the id of a member of the organization
	 * @return this token
	 */
	public NewApiToken user(String userId) {
		return with("user_id", userId);
	}

	/**
	 * Add a pair to the application's own data, at most 20.
	 * @param key the key, 1 to 30 characters
	 * @param value the value, 1 to 256 characters
	 * @return this token
	 */
	public NewApiToken customClaim(String key, String value) {
		this.customClaims.put(key, value);
		return this;
	}

	/**
	 * Set what the token is for.
	 * @param description the description, at most 255 characters
	 * @return this token
	 */
	public NewApiToken description(String description) {
		return with("description", description);
	}

	/**
	 * Set when the token expires.
	 * @param expiry the time
	 * @return this token
	 */
	public NewApiToken expiry(Instant expiry) {
		return with("expiry", expiry);
	}

	private NewApiToken with(String member, Object value) {
		this.body.put(member, value);
		return this;
	}

	Map<String, ? extends @Nullable Object> body() {
		return this.body;
	}

}
