package com.scalekit.spring.client.tools;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to execute a tool; {@code toString} only has the names of its members, since
 * the arguments are the users' own data. The account is selected by its identifier at
 * Scalekit, or by that of the user, together with the connector if the user has several
 * accounts. Instances are immutable: each {@code with} method returns a changed copy.
 */
public final class ExecuteTool extends JsonObject<ExecuteTool> {

	private ExecuteTool(Map<String, @Nullable Object> members) {
		super(ExecuteTool::new, members);
	}

	/**
	 * Start with a tool.
	 * @param toolName the name of the tool, such as {@code gmail_send}
	 * @return a request without arguments
	 * @throws IllegalArgumentException if the name is empty
	 */
	public static ExecuteTool named(String toolName) {
		Assert.hasText(toolName, "'tool_name' must not be empty");
		return new ExecuteTool(Map.of()).with("tool_name", toolName);
	}

	/**
	 * Set the arguments.
	 * @param params the arguments, as the input schema of the tool describes them
	 * @return a copy with the arguments
	 */
	public ExecuteTool withParams(Map<String, ? extends @Nullable Object> params) {
		return with("params", params);
	}

	/**
	 * Select the account by the user.
	 * @param identifier the application's identifier of the user, which the account was
	 * connected with
	 * @return a copy with the identifier
	 */
	public ExecuteTool withIdentifier(String identifier) {
		return with("identifier", identifier);
	}

	/**
	 * Select the account by the connector, too.
	 * @param connector the name of the connection, such as {@code gmail}
	 * @return a copy with the connector
	 */
	public ExecuteTool withConnector(String connector) {
		return with("connector", connector);
	}

	/**
	 * Select the account.
	 * @param connectedAccountId the identifier of the account, starting with {@code ca_}
	 * @return a copy with the account
	 */
	public ExecuteTool withConnectedAccountId(String connectedAccountId) {
		return with("connected_account_id", connectedAccountId);
	}

	/**
	 * Select the account by an organization.
	 * @param organizationId the identifier of the organization
	 * @return a copy with the organization
	 */
	public ExecuteTool withOrganizationId(String organizationId) {
		return with("organization_id", organizationId);
	}

	/**
	 * Select the account by a user of Scalekit.
	 * @param userId the identifier of the user at Scalekit
	 * @return a copy with the user
	 */
	public ExecuteTool withUserId(String userId) {
		return with("user_id", userId);
	}

	/**
	 * Make the execution a part of a run of an agent.
	 * @param agentRunId the application's identifier of the run, at most 255 characters
	 * @return a copy with the run
	 */
	public ExecuteTool withAgentRunId(String agentRunId) {
		return with("agent_run_id", agentRunId);
	}

	@Override
	public String toString() {
		return "ExecuteTool[toolName=%s, members=%s]".formatted(get("tool_name"), names());
	}

}
