package com.scalekit.spring.client.connectedaccounts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to create a connected account; {@code toString} only has the names of its
 * members. Instances are immutable: each {@code with} method returns a changed copy.
 */
public final class CreateConnectedAccount extends JsonObject<CreateConnectedAccount> {

	private static final String CONTENT = "connected_account";

	private CreateConnectedAccount(Map<String, @Nullable Object> members) {
		super(CreateConnectedAccount::new, members);
	}

	/**
	 * Start with a user.
	 * @param connector the name of the connection, such as {@code gmail}
	 * @param identifier the application's identifier of the user, at most 100 characters
	 * @return a request for an account that the user has to authorize
	 * @throws IllegalArgumentException if the connector or the identifier is empty
	 */
	public static CreateConnectedAccount of(String connector, String identifier) {
		Assert.hasText(connector, "'connector' must not be empty");
		Assert.hasText(identifier, "'identifier' must not be empty");
		return new CreateConnectedAccount(Map.of()).with(CONTENT, Map.of())
			.with("connector", connector)
			.with("identifier", identifier);
	}

	/**
	 * Make the account one of an organization.
	 * @param organizationId the identifier of the organization
	 * @return a copy with the organization
	 */
	public CreateConnectedAccount withOrganizationId(String organizationId) {
		return with("organization_id", organizationId);
	}

	/**
	 * Make the account one of a user of Scalekit.
	 * @param userId the identifier of the user at Scalekit
	 * @return a copy with the user
	 */
	public CreateConnectedAccount withUserId(String userId) {
		return with("user_id", userId);
	}

	/**
	 * Set the settings for calls to the service.
	 * @param apiConfig the settings, whose names depend on the service
	 * @return a copy with the settings
	 */
	public CreateConnectedAccount withApiConfig(Map<String, ? extends @Nullable Object> apiConfig) {
		return withContent("api_config", apiConfig);
	}

	/**
	 * Set the credentials.
	 * @param credentials the credentials
	 * @return a copy with the credentials
	 */
	public CreateConnectedAccount withCredentials(Credentials credentials) {
		return withContent("authorization_details", credentials);
	}

	private CreateConnectedAccount withContent(String name, Object value) {
		Map<String, Object> content = new LinkedHashMap<>(Objects.requireNonNull(get(CONTENT)));
		content.put(name, value);
		return with(CONTENT, content);
	}

	@Override
	public String toString() {
		return "CreateConnectedAccount" + names();
	}

}
