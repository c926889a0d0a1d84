package com.scalekit.spring.client.mcpconfigurations;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * The tools of a connection that an MCP server is to offer. Instances are immutable: each
 * {@code with} method returns a changed copy.
 */
public final class ToolMapping extends JsonObject<ToolMapping> {

	private ToolMapping(Map<String, @Nullable Object> members) {
		super(ToolMapping::new, members);
	}

	/**
	 * Start with all tools of a connection.
	 * @param connectionName the name of the connection, such as {@code gmail}
	 * @return the tools
	 * @throws IllegalArgumentException if the name is empty
	 */
	public static ToolMapping ofConnection(String connectionName) {
		Assert.hasText(connectionName, "'connection_name' must not be empty");
		return new ToolMapping(Map.of()).with("connection_name", connectionName);
	}

	/**
	 * Offer certain tools only.
	 * @param tools the names of the tools
	 * @return a copy with the names
	 */
	public ToolMapping withTools(String... tools) {
		return with("tools", List.of(tools));
	}

}
