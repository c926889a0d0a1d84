package com.scalekit.spring.client.mcpconfigurations;

import java.time.Instant;

/**
 * A token with which an agent calls an MCP server for a user; {@code toString} leaves it
 * out.
 *
 * @param token the token, to be sent as a bearer token
 * @param expiresAt when the token expires
 */
public record McpSessionToken(String token, Instant expiresAt) {

	@Override
	public String toString() {
		return "McpSessionToken[expiresAt=%s]".formatted(this.expiresAt);
	}

}
