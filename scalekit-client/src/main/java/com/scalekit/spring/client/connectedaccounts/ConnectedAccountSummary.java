package com.scalekit.spring.client.connectedaccounts;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A connected account in a list.
 *
 * @param id the identifier, starting with {@code ca_}
 * @param connector the name of the connection, such as {@code gmail}
 * @param connectionId the identifier of the connection
 * @param provider the service, such as {@code GMAIL}
 * @param identifier the application's identifier of the user
 * @param authorizationType how the account is authorized
 * @param status whether the account can be used
 * @param tokenExpiresAt when the access token expires, if it does
 * @param lastUsedAt when the account was last used, if it was
 * @param updatedAt when the account was last changed
 */
public record ConnectedAccountSummary(String id, String connector, String connectionId, String provider,
		String identifier, AuthorizationType authorizationType, ConnectedAccountStatus status,
		@Nullable Instant tokenExpiresAt, @Nullable Instant lastUsedAt, @Nullable Instant updatedAt) {

}
