package com.scalekit.spring.webhooks.events;

/**
 * Connected account of a {@link ConnectedAccountEvent.StatusUpdated}.
 *
 * @param id the identifier, starting with {@code ca_}
 * @param identifier the application's own identifier of the user
 * @param connectionId the identifier of the connection
 * @param connectionName the name of the connection
 * @param provider the provider of the connection, such as {@code GMAIL}
 * @param authorizationType how the account is authorized
 * @param status the new status
 * @param oldStatus the status before the event
 */
public record ConnectedAccountStatusUpdatedEventData(String id, String identifier, String connectionId,
		String connectionName, String provider, AuthorizationType authorizationType, ConnectedAccountStatus status,
		ConnectedAccountStatus oldStatus) implements ConnectedAccountData {

}
