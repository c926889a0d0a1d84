package com.scalekit.spring.test.mcpconfigurations;

import java.util.List;

/**
 * The configuration of an MCP server as the server keeps it, at one moment. This type
 * gets new components when Scalekit's configurations do, so its constructor is no part of
 * the API.
 *
 * @param id the id, such as {@code cfg_1234}
 * @param name the name
 * @param description what the MCP server is for, may be empty
 * @param connectionToolMappings the tools that the MCP server offers
 */
public record StoredMcpConfiguration(String id, String name, String description,
		List<ToolMapping> connectionToolMappings) {

	/**
	 * The tools of a connection.
	 *
	 * @param connectionName the name of the connection
	 * @param tools the names of the tools, empty for all of the connection
	 */
	public record ToolMapping(String connectionName, List<String> tools) {

	}

}
