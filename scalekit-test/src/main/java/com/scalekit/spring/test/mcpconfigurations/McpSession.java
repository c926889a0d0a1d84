package com.scalekit.spring.test.mcpconfigurations;

import java.time.Instant;

/**
 * What an agent can do with a token for an MCP server; {@code toString} leaves the token
 * out.
 *
 * @param configurationId the id of the configuration
 * @param identifier the application's identifier of the user
 * @param token the token
 * @param expiresAt when the token expires
 */
public record McpSession(String configurationId, String identifier, String token, Instant expiresAt) {

	@Override
	public String toString() {
		return "McpSession[configurationId=%s, identifier=%s, expiresAt=%s]".formatted(this.configurationId,
				this.identifier, this.expiresAt);
	}

}
