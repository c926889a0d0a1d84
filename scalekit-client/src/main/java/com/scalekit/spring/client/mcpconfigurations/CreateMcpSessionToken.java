package com.scalekit.spring.client.mcpconfigurations;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to create a token with which an agent calls an MCP server for a user. Instances
 * are immutable: each {@code with} method returns a changed copy.
 */
public final class CreateMcpSessionToken extends JsonObject<CreateMcpSessionToken> {

	private CreateMcpSessionToken(Map<String, @Nullable Object> members) {
		super(CreateMcpSessionToken::new, members);
	}

	/**
	 * Start with a user.
	 * @param identifier the application's identifier of the user, at most 255 characters
	 * @return a request for a token that is valid for an hour
	 * @throws IllegalArgumentException if the identifier is empty
	 */
	public static CreateMcpSessionToken forIdentifier(String identifier) {
		Assert.hasText(identifier, "'identifier' must not be empty");
		return new CreateMcpSessionToken(Map.of()).with("identifier", identifier);
	}

	/**
	 * Set how long the token is valid.
	 * @param expiry the time, 1 minute to 24 hours
	 * @return a copy with the time
	 */
	public CreateMcpSessionToken withExpiry(Duration expiry) {
		return with("expiry", expiry);
	}

}
