package com.scalekit.spring.client.tools;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Query for tools. Instances are immutable: each {@code with} method returns a changed
 * copy.
 */
public final class ToolQuery extends JsonObject<ToolQuery> {

	private ToolQuery(Map<String, @Nullable Object> members) {
		super(ToolQuery::new, members);
	}

	/**
	 * Start with all tools.
	 * @return a query that all tools match
	 */
	public static ToolQuery any() {
		return new ToolQuery(Map.of());
	}

	/**
	 * Return the names of the tools instead of the tools.
	 * @param summary whether only the names are returned
	 * @return a copy with this
	 */
	public ToolQuery withSummary(boolean summary) {
		return with("filter.summary", summary);
	}

	/**
	 * Return tools of a provider only.
	 * @param provider the provider, such as {@code GMAIL}, at most 50 characters
	 * @return a copy with the provider
	 */
	public ToolQuery withProvider(String provider) {
		return with("filter.provider", provider);
	}

	/**
	 * Return tools that a user can use only.
	 * @param identifier the application's identifier of the user, at most 100 characters
	 * @return a copy with the identifier
	 */
	public ToolQuery withIdentifier(String identifier) {
		return with("filter.identifier", identifier);
	}

	/**
	 * Return certain tools only.
	 * @param toolNames the names of the tools, at least one
	 * @return a copy with the names
	 * @throws IllegalArgumentException if there is no name
	 */
	public ToolQuery withToolNames(String... toolNames) {
		Assert.notEmpty(toolNames, "'filter.tool_name' must not be empty");
		return with("filter.tool_name", List.of(toolNames));
	}

	/**
	 * Search for tools.
	 * @param query the text to search for, 3 to 100 characters
	 * @return a copy with the text
	 */
	public ToolQuery withQuery(String query) {
		return with("filter.query", query);
	}

	/**
	 * Return tools of a connector only.
	 * @param connector the name of the connection, such as {@code gmail}
	 * @return a copy with the connector
	 */
	public ToolQuery withConnector(String connector) {
		return with("filter.connector", connector);
	}

	/**
	 * Return tools of an organization's connected accounts only.
	 * @param organizationId the identifier of the organization
	 * @return a copy with the organization
	 */
	public ToolQuery withOrganizationId(String organizationId) {
		return with("filter.organization_id", organizationId);
	}

	/**
	 * Return tools of the connected accounts of a user of Scalekit only.
	 * @param userId the identifier of the user at Scalekit
	 * @return a copy with the user
	 */
	public ToolQuery withUserId(String userId) {
		return with("filter.user_id", userId);
	}

	/**
	 * Return tools of a connected account only.
	 * @param connectedAccountId the identifier of the account, starting with {@code ca_}
	 * @return a copy with the account
	 */
	public ToolQuery withConnectedAccountId(String connectedAccountId) {
		return with("filter.connected_account_id", connectedAccountId);
	}

}
