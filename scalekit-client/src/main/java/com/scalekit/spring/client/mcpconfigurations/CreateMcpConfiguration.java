package com.scalekit.spring.client.mcpconfigurations;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to create the configuration of an MCP server. Instances are immutable: each
 * {@code with} method returns a changed copy.
 */
public final class CreateMcpConfiguration extends JsonObject<CreateMcpConfiguration> {

	private CreateMcpConfiguration(Map<String, @Nullable Object> members) {
		super(CreateMcpConfiguration::new, members);
	}

	/**
	 * Start with a name.
	 * @param name the name, 1 to 100 lower-case letters, digits, {@code -} and {@code _};
	 * it cannot be changed
	 * @return a request for a configuration without tools
	 * @throws IllegalArgumentException if the name is empty
	 */
	public static CreateMcpConfiguration named(String name) {
		Assert.hasText(name, "'name' must not be empty");
		return new CreateMcpConfiguration(Map.of()).with("name", name);
	}

	/**
	 * Set the tools that the server offers.
	 * @param mappings the tools of at most 25 connections
	 * @return a copy with the tools
	 */
	public CreateMcpConfiguration withToolMappings(ToolMapping... mappings) {
		return with("connection_tool_mappings", List.of(mappings));
	}

	/**
	 * Set what the server is for.
	 * @param description the description
	 * @return a copy with the description
	 */
	public CreateMcpConfiguration withDescription(String description) {
		return with("description", description);
	}

}
