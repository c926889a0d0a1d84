package com.scalekit.spring.client.mcpconfigurations;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Enveloped;

/**
 * The configuration of an MCP server.
 *
 * @param id the identifier
 * @param name the name
 * @param description what the server is for
 * @param mcpServerUrl the address of the server, empty if the environment has no MCP
 * servers
 * @param connectionToolMappings the tools that the server offers
 */
@Enveloped("config")
public record McpConfiguration(String id, String name, String description, String mcpServerUrl,
		List<ConnectionTools> connectionToolMappings) {

	/**
	 * The tools of a connection that the server offers.
	 *
	 * @param connectionName the name of the connection
	 * @param connectionId the identifier of the connection
	 * @param provider the service, such as {@code GMAIL}
	 * @param tools the names of the tools, empty for all of the connection
	 * @param connectedAccountId the identifier of the connected account, if there is one
	 * @param connectedAccountStatus the status of that account
	 */
	public record ConnectionTools(String connectionName, String connectionId, String provider, List<String> tools,
			@Nullable String connectedAccountId, @Nullable String connectedAccountStatus) {

	}

}
