package com.scalekit.spring.client.connectedaccounts;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Query for connected accounts. Instances are immutable: each {@code with} method returns
 * a changed copy.
 */
public final class ConnectedAccountQuery extends JsonObject<ConnectedAccountQuery> {

	private ConnectedAccountQuery(Map<String, @Nullable Object> members) {
		super(ConnectedAccountQuery::new, members);
	}

	/**
	 * Start with all connected accounts.
	 * @return a query that all accounts match
	 */
	public static ConnectedAccountQuery any() {
		return new ConnectedAccountQuery(Map.of());
	}

	/**
	 * Return accounts of a user only.
	 * @param identifier the application's identifier of the user, at most 100 characters
	 * @return a copy with the identifier
	 */
	public ConnectedAccountQuery withIdentifier(String identifier) {
		return with("identifier", identifier);
	}

	/**
	 * Return accounts of a connector only. Not together with
	 * {@link #withConnectionNames}.
	 * @param connector the name of the connection, such as {@code gmail}
	 * @return a copy with the connector
	 */
	public ConnectedAccountQuery withConnector(String connector) {
		return with("connector", connector);
	}

	/**
	 * Return accounts of several connectors only. Not together with
	 * {@link #withConnector}.
	 * @param connectionNames the names of the connections, 1 to 20
	 * @return a copy with the names
	 * @throws IllegalArgumentException if there is no name
	 */
	public ConnectedAccountQuery withConnectionNames(String... connectionNames) {
		Assert.notEmpty(connectionNames, "'connection_names' must not be empty");
		return with("connection_names", List.of(connectionNames));
	}

	/**
	 * Return accounts at a service only.
	 * @param provider the service, such as {@code GMAIL}, at most 50 characters
	 * @return a copy with the provider
	 */
	public ConnectedAccountQuery withProvider(String provider) {
		return with("provider", provider);
	}

	/**
	 * Return accounts of an organization only.
	 * @param organizationId the identifier of the organization
	 * @return a copy with the organization
	 */
	public ConnectedAccountQuery withOrganizationId(String organizationId) {
		return with("organization_id", organizationId);
	}

	/**
	 * Return accounts of a user of Scalekit only.
	 * @param userId the identifier of the user at Scalekit
	 * @return a copy with the user
	 */
	public ConnectedAccountQuery withUserId(String userId) {
		return with("user_id", userId);
	}

	/**
	 * Return accounts that match a text only.
	 * @param query the text, at most 100 characters
	 * @return a copy with the text
	 */
	public ConnectedAccountQuery withQuery(String query) {
		return with("query", query);
	}

}
