package com.scalekit.spring.test.apiclients;

import java.time.Instant;
import java.util.List;

/**
 * An API client of an organization as the server keeps it, at one moment. This type gets
 * new components when Scalekit's clients do, so its constructor is no part of the API.
 *
 * @param clientId the client id, such as {@code m2morg_1234}
 * @param organizationId the id of the organization
 * @param name the name, may be empty
 * @param description the description, may be empty
 * @param scopes the scopes
 * @param audience the audience
 * @param customClaims the further claims
 * @param expiry how long tokens are valid, in seconds, {@code 0} if it was not set
 * @param secrets the secrets, without their values
 * @param createTime when the client was created
 * @param updateTime when the client was last changed
 */
public record StoredApiClient(String clientId, String organizationId, String name, String description,
		List<String> scopes, List<String> audience, List<CustomClaim> customClaims, long expiry, List<Secret> secrets,
		Instant createTime, Instant updateTime) {

	/**
	 * A further claim of tokens.
	 *
	 * @param key the name of the claim
	 * @param value the value of the claim
	 */
	public record CustomClaim(String key, String value) {
	}

	/**
	 * A secret, without its value.
	 *
	 * @param id the id, such as {@code sec_1234}
	 * @param status {@code ACTIVE}
	 * @param secretSuffix the last characters of the value
	 * @param createTime when the secret was created
	 * @param updateTime when the secret was last changed
	 */
	public record Secret(String id, String status, String secretSuffix, Instant createTime, Instant updateTime) {
	}

}
