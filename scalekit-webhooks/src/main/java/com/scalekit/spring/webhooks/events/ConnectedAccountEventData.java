package com.scalekit.spring.webhooks.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Connected account of most {@link ConnectedAccountEvent}s.
 *
 * @param id the identifier, starting with {@code ca_}
 * @param identifier the application's own identifier of the user
 * @param connectionId the identifier of the connection
 * @param connectionName the name of the connection
 * @param provider the provider of the connection, such as {@code GMAIL}
 * @param authorizationType how the account is authorized
 * @param status whether the account can be used
 * @param tokenExpiresAt when the token of the account expires, {@code null} if Scalekit
 * does not tell
 * @param lastUsedAt when the account was last used, {@code null} if never
 */
public record ConnectedAccountEventData(String id, String identifier, String connectionId, String connectionName,
		String provider, AuthorizationType authorizationType, ConnectedAccountStatus status,
		@Nullable Instant tokenExpiresAt, @Nullable Instant lastUsedAt) implements ConnectedAccountData {

}
