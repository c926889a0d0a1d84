package com.scalekit.spring.client.apitokens;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Changes to an API token; {@code toString} leaves the token out. Instances are
 * immutable: each {@code with} method returns a changed copy.
 */
public final class UpdateApiToken extends JsonObject<UpdateApiToken> {

	private UpdateApiToken(Map<String, @Nullable Object> members) {
		super(UpdateApiToken::new, members);
	}

	/**
	 * Start with a token.
	 * @param token the secret of the token, or its identifier
	 * @return changes that change nothing
	 * @throws IllegalArgumentException if the token is empty
	 */
	public static UpdateApiToken forToken(String token) {
		Assert.hasText(token, "'token' must not be empty");
		return new UpdateApiToken(Map.of()).withSecret("token", token);
	}

	/**
	 * Change the application's own data. It is not documented whether the pairs that are
	 * left out stay as they are, so give all of them. An empty map changes nothing.
	 * @param customClaims at most 20 pairs, keys of 1 to 30 and values of 1 to 256
	 * characters
	 * @return a copy with the data
	 */
	public UpdateApiToken withCustomClaims(Map<String, String> customClaims) {
		return with("custom_claims", customClaims);
	}

	/**
	 * Change what the token is for.
	 * @param description the description, at most 255 characters; an empty one removes it
	 * @return a copy with the description
	 */
	public UpdateApiToken withDescription(String description) {
		return with("description", description);
	}

}
