package com.scalekit.spring.client.apiclients;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to create an API client. Instances are immutable: each {@code with} method
 * returns a changed copy.
 */
public final class CreateApiClient extends JsonObject<CreateApiClient> {

	private CreateApiClient(Map<String, @Nullable Object> members) {
		super(CreateApiClient::new, members);
	}

	/**
	 * Start with a name.
	 * @param name the name shown to people, 1 to 128 characters
	 * @return a request with the name
	 * @throws IllegalArgumentException if the name is empty
	 */
	public static CreateApiClient named(String name) {
		Assert.hasText(name, "'name' must not be empty");
		return new CreateApiClient(Map.of()).with("name", name);
	}

	/**
	 * Set what the client is for.
	 * @param description the description, at most 512 characters
	 * @return a copy with the description
	 */
	public CreateApiClient withDescription(String description) {
		return with("description", description);
	}

	/**
	 * Set the scopes of the client's access tokens.
	 * @param scopes the scopes, such as {@code deploy:resources}
	 * @return a copy with the scopes
	 */
	public CreateApiClient withScopes(List<String> scopes) {
		return with("scopes", scopes);
	}

	/**
	 * Set the audience of the client's access tokens.
	 * @param audience the URIs of the APIs that accept the tokens
	 * @return a copy with the audience
	 */
	public CreateApiClient withAudience(List<String> audience) {
		return with("audience", audience);
	}

	/**
	 * Add claims to the client's access tokens.
	 * @param customClaims the values by the names, which have 1 to 128 characters
	 * @return a copy with the claims
	 * @throws IllegalArgumentException if a name is empty
	 */
	public CreateApiClient withCustomClaims(Map<String, String> customClaims) {
		return with("custom_claims", ClientRequest.customClaims(customClaims));
	}

	/**
	 * Set how long an access token is valid.
	 * @param expiry the lifetime, in whole seconds
	 * @return a copy with the lifetime
	 * @throws IllegalArgumentException if the lifetime is not a positive number of whole
	 * seconds
	 */
	public CreateApiClient withExpiry(Duration expiry) {
		return with("expiry", ClientRequest.expiry(expiry));
	}

}
