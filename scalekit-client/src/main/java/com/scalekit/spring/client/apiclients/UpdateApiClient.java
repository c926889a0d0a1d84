package com.scalekit.spring.client.apiclients;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to change an API client. What is not set is not sent and stays as it is.
 * Instances are immutable: each {@code with} method returns a changed copy.
 * <p>
 * Scalekit does not document whether it adds scopes, audience and claims to the present
 * ones or replaces them: send all that are to be there.
 */
public final class UpdateApiClient extends JsonObject<UpdateApiClient> {

	private UpdateApiClient(Map<String, @Nullable Object> members) {
		super(UpdateApiClient::new, members);
	}

	/**
	 * Start with no changes.
	 * @return a request that changes nothing
	 */
	public static UpdateApiClient none() {
		return new UpdateApiClient(Map.of());
	}

	/**
	 * Change the name.
	 * @param name the new name, 1 to 128 characters
	 * @return a copy with the change
	 */
	public UpdateApiClient withName(String name) {
		return with("name", name);
	}

	/**
	 * Change what the client is for.
	 * @param description the new description, at most 512 characters
	 * @return a copy with the change
	 */
	public UpdateApiClient withDescription(String description) {
		return with("description", description);
	}

	/**
	 * Change the scopes of the client's access tokens.
	 * @param scopes all scopes, such as {@code deploy:resources}
	 * @return a copy with the change
	 */
	public UpdateApiClient withScopes(List<String> scopes) {
		return with("scopes", scopes);
	}

	/**
	 * Change the audience of the client's access tokens.
	 * @param audience the URIs of all APIs that accept the tokens
	 * @return a copy with the change
	 */
	public UpdateApiClient withAudience(List<String> audience) {
		return with("audience", audience);
	}

	/**
	 * Change the further claims of the client's access tokens.
	 * @param customClaims the values by the names, which have 1 to 128 characters
	 * @return a copy with the change
	 * @throws IllegalArgumentException if a name is empty
	 */
	public UpdateApiClient withCustomClaims(Map<String, String> customClaims) {
		return with("custom_claims", ClientRequest.customClaims(customClaims));
	}

	/**
	 * Change how long an access token is valid.
	 * @param expiry the new lifetime, in whole seconds
	 * @return a copy with the change
	 * @throws IllegalArgumentException if the lifetime is not a positive number of whole
	 * seconds
	 */
	public UpdateApiClient withExpiry(Duration expiry) {
		return with("expiry", ClientRequest.expiry(expiry));
	}

}
