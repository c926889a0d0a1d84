package com.scalekit.spring.client.connectedaccounts;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Which connected account a call is about. Instances are immutable: each {@code with}
 * method returns a changed copy.
 */
public final class ConnectedAccountSelector extends JsonObject<ConnectedAccountSelector> {

	private ConnectedAccountSelector(Map<String, @Nullable Object> members) {
		super(ConnectedAccountSelector::new, members);
	}

	/**
	 * Select an account by its identifier at Scalekit.
	 * @param id the identifier, starting with {@code ca_}
	 * @return the selector
	 * @throws IllegalArgumentException if the identifier is empty
	 */
	public static ConnectedAccountSelector byId(String id) {
		Assert.hasText(id, "'id' must not be empty");
		return new ConnectedAccountSelector(Map.of()).with("id", id);
	}

	/**
	 * Select an account by its user.
	 * @param connector the name of the connection, such as {@code gmail}
	 * @param identifier the application's identifier of the user, at most 100 characters
	 * @return the selector
	 * @throws IllegalArgumentException if the connector or the identifier is empty
	 */
	public static ConnectedAccountSelector byIdentifier(String connector, String identifier) {
		Assert.hasText(connector, "'connector' must not be empty");
		Assert.hasText(identifier, "'identifier' must not be empty");
		return new ConnectedAccountSelector(Map.of()).with("connector", connector).with("identifier", identifier);
	}

	/**
	 * Select an account of an organization.
	 * @param organizationId the identifier of the organization
	 * @return a copy with the organization
	 */
	public ConnectedAccountSelector withOrganizationId(String organizationId) {
		return with("organization_id", organizationId);
	}

	/**
	 * Select an account of a user of Scalekit.
	 * @param userId the identifier of the user at Scalekit
	 * @return a copy with the user
	 */
	public ConnectedAccountSelector withUserId(String userId) {
		return with("user_id", userId);
	}

}
