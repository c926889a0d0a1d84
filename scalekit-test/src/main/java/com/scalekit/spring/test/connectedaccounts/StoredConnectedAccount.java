package com.scalekit.spring.test.connectedaccounts;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A connected account as the server keeps it, at one moment; {@code toString} leaves the
 * credentials out. This type gets new components when Scalekit's connected accounts do,
 * so its constructor is no part of the API.
 *
 * @param id the id, such as {@code ca_1234}
 * @param connector the name of the connection, such as {@code gmail}
 * @param connectionId the id of the connection
 * @param provider the service, such as {@code GMAIL}
 * @param identifier the application's identifier of the user, may be empty
 * @param organizationId the id of the organization, or {@code null}
 * @param userId the id of the user at Scalekit, or {@code null}
 * @param authorizationType how the account is authorized, such as {@code OAUTH}
 * @param status {@code ACTIVE}, {@code EXPIRED}, {@code PENDING_AUTH},
 * {@code PENDING_VERIFICATION} or {@code DISCONNECTED}
 * @param apiConfig the settings for calls to the service, may be empty
 * @param authorizationDetails the credentials, as in the REST API, may be empty
 * @param tokenExpiresAt when the access token expires, or {@code null}
 * @param lastUsedAt when a tool was last executed with the account, or {@code null}
 * @param updatedAt when the account was last changed
 */
public record StoredConnectedAccount(String id, String connector, String connectionId, String provider,
		String identifier, @Nullable String organizationId, @Nullable String userId, String authorizationType,
		String status, Map<String, Object> apiConfig, Map<String, Object> authorizationDetails,
		@Nullable Instant tokenExpiresAt, @Nullable Instant lastUsedAt, Instant updatedAt) {

	/**
	 * Return whether tools can be executed with the account.
	 * @return whether the account is active
	 */
	public boolean isActive() {
		return this.status.equals("ACTIVE");
	}

	@Override
	public String toString() {
		return "StoredConnectedAccount[id=%s, connector=%s, identifier=%s, status=%s]".formatted(this.id,
				this.connector, this.identifier, this.status);
	}

}
