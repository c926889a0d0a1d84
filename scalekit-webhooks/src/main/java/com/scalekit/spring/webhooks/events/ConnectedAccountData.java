package com.scalekit.spring.webhooks.events;

/**
 * Connected account of a {@link ConnectedAccountEvent}.
 */
public sealed interface ConnectedAccountData permits ConnectedAccountEventData, ConnectedAccountStatusUpdatedEventData {

	/**
	 * Returns the identifier.
	 * @return the identifier, starting with {@code ca_}
	 */
	String id();

	/**
	 * Returns the application's own identifier of the user.
	 * @return the identifier
	 */
	String identifier();

	/**
	 * Returns the identifier of the connection.
	 * @return the identifier, starting with {@code conn_}
	 */
	String connectionId();

	/**
	 * Returns the name of the connection.
	 * @return the name
	 */
	String connectionName();

	/**
	 * Returns the provider of the connection.
	 * @return the provider, such as {@code GMAIL}
	 */
	String provider();

	/**
	 * Returns the way the account is authorized.
	 * @return the type
	 */
	AuthorizationType authorizationType();

	/**
	 * Returns the status.
	 * @return the status after the event
	 */
	ConnectedAccountStatus status();

}
