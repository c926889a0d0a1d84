package com.scalekit.spring.client.apiclients;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Enveloped;

/**
 * A client of an organization that gets access tokens without a user.
 *
 * @param clientId the client id, starting with {@code m2morg_}
 * @param organizationId the identifier of the organization
 * @param name the name
 * @param description what the client is for
 * @param scopes the scopes of its access tokens
 * @param audience the audience of its access tokens
 * @param customClaims further claims of its access tokens
 * @param expiry how long an access token is valid, {@code null} if Scalekit does not say
 * @param secrets the secrets, without their values
 * @param resourceId the identifier of the resource the client is for
 * @param redirectUris the redirect URIs
 * @param metadataUri the URI of the client's metadata
 * @param cimd whether the client is registered by a client ID metadata document
 * @param dcr whether the client registered itself with Dynamic Client Registration
 * @param createTime when the client was created
 * @param updateTime when it was last changed
 */
@Enveloped("client")
public record ApiClient(String clientId, String organizationId, String name, String description, List<String> scopes,
		List<String> audience, List<CustomClaim> customClaims, @Nullable Duration expiry, List<ClientSecret> secrets,
		String resourceId, List<String> redirectUris, String metadataUri, @JsonProperty("is_cimd") boolean cimd,
		@JsonProperty("is_dcr") boolean dcr, @Nullable Instant createTime, @Nullable Instant updateTime) {

	/**
	 * A further claim of an access token.
	 *
	 * @param key the name of the claim
	 * @param value the value of the claim
	 */
	public record CustomClaim(String key, String value) {

	}

}
