package com.scalekit.spring.client.mcpconfigurations;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Query for configurations of MCP servers. Instances are immutable: each {@code with}
 * method returns a changed copy.
 */
public final class McpConfigurationQuery extends JsonObject<McpConfigurationQuery> {

	private McpConfigurationQuery(Map<String, @Nullable Object> members) {
		super(McpConfigurationQuery::new, members);
	}

	/**
	 * Start with all configurations.
	 * @return a query that all configurations match
	 */
	public static McpConfigurationQuery any() {
		return new McpConfigurationQuery(Map.of());
	}

	/**
	 * Return configurations with an identifier only.
	 * @param id the identifier
	 * @return a copy with this
	 */
	public McpConfigurationQuery withId(String id) {
		return with("filter.id", id);
	}

	/**
	 * Return configurations with a name only.
	 * @param name the name
	 * @return a copy with this
	 */
	public McpConfigurationQuery withName(String name) {
		return with("filter.name", name);
	}

	/**
	 * Return configurations with tools of a provider only.
	 * @param provider the provider, such as {@code GMAIL}
	 * @return a copy with this
	 */
	public McpConfigurationQuery withProvider(String provider) {
		return with("filter.provider", provider);
	}

	/**
	 * Return configurations of an MCP server only.
	 * @param mcpServerUrl the address of the server
	 * @return a copy with this
	 */
	public McpConfigurationQuery withMcpServerUrl(String mcpServerUrl) {
		return with("filter.mcp_server_url", mcpServerUrl);
	}

	/**
	 * Return configurations that match a text only.
	 * @param search the text
	 * @return a copy with this
	 */
	public McpConfigurationQuery withSearch(String search) {
		return with("search", search);
	}

}
