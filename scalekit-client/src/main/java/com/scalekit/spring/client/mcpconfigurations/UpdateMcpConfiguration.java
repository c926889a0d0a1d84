package com.scalekit.spring.client.mcpconfigurations;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Changes to the configuration of an MCP server. Instances are immutable: each
 * {@code with} method returns a changed copy.
 */
public final class UpdateMcpConfiguration extends JsonObject<UpdateMcpConfiguration> {

	private UpdateMcpConfiguration(Map<String, @Nullable Object> members) {
		super(UpdateMcpConfiguration::new, members);
	}

	/**
	 * Start without changes.
	 * @return changes that change nothing
	 */
	public static UpdateMcpConfiguration none() {
		return new UpdateMcpConfiguration(Map.of());
	}

	/**
	 * Set the tools that the server offers.
	 * @param mappings the tools of at most 25 connections
	 * @return a copy with the tools
	 */
	public UpdateMcpConfiguration withToolMappings(ToolMapping... mappings) {
		return with("connection_tool_mappings", List.of(mappings));
	}

	/**
	 * Set what the server is for.
	 * @param description the description
	 * @return a copy with the description
	 */
	public UpdateMcpConfiguration withDescription(String description) {
		return with("description", description);
	}

}
