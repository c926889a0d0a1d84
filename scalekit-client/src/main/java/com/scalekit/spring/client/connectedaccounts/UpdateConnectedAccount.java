package com.scalekit.spring.client.connectedaccounts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Changes to a connected account; {@code toString} only has the names of its members.
 * Instances are immutable: each {@code with} method returns a changed copy.
 */
public final class UpdateConnectedAccount extends JsonObject<UpdateConnectedAccount> {

	private static final String CONTENT = "connected_account";

	private UpdateConnectedAccount(Map<String, @Nullable Object> members) {
		super(UpdateConnectedAccount::new, members);
	}

	/**
	 * Select an account by its identifier at Scalekit.
	 * @param id the identifier, starting with {@code ca_}
	 * @return changes that change nothing
	 * @throws IllegalArgumentException if the identifier is empty
	 */
	public static UpdateConnectedAccount byId(String id) {
		Assert.hasText(id, "'id' must not be empty");
		return new UpdateConnectedAccount(Map.of()).with("id", id).with(CONTENT, Map.of());
	}

	/**
	 * Select an account by its user.
	 * @param connector the name of the connection, such as {@code gmail}
	 * @param identifier the application's identifier of the user, at most 100 characters
	 * @return changes that change nothing
	 * @throws IllegalArgumentException if the connector or the identifier is empty
	 */
	public static UpdateConnectedAccount byIdentifier(String connector, String identifier) {
		Assert.hasText(connector, "'connector' must not be empty");
		Assert.hasText(identifier, "'identifier' must not be empty");
		return new UpdateConnectedAccount(Map.of()).with("connector", connector)
			.with("identifier", identifier)
			.with(CONTENT, Map.of());
	}

	/**
	 * Select an account of an organization.
	 * @param organizationId the identifier of the organization
	 * @return a copy with the organization
	 */
	public UpdateConnectedAccount withOrganizationId(String organizationId) {
		return with("organization_id", organizationId);
	}

	/**
	 * Select an account of a user of Scalekit.
	 * @param userId the identifier of the user at Scalekit
	 * @return a copy with the user
	 */
	public UpdateConnectedAccount withUserId(String userId) {
		return with("user_id", userId);
	}

	/**
	 * Set the settings for calls to the service. Those that are left out stay as they
	 * are.
	 * @param apiConfig the settings, whose names depend on the service
	 * @return a copy with the settings
	 */
	public UpdateConnectedAccount withApiConfig(Map<String, ? extends @Nullable Object> apiConfig) {
		return withContent("api_config", apiConfig);
	}

	/**
	 * Set the credentials. Those that are left out stay as they are.
	 * @param credentials the credentials
	 * @return a copy with the credentials
	 */
	public UpdateConnectedAccount withCredentials(Credentials credentials) {
		return withContent("authorization_details", credentials);
	}

	private UpdateConnectedAccount withContent(String name, Object value) {
		Map<String, Object> content = new LinkedHashMap<>(Objects.requireNonNull(get(CONTENT)));
		content.put(name, value);
		return with(CONTENT, content);
	}

	@Override
	public String toString() {
		return "UpdateConnectedAccount" + names();
	}

}
