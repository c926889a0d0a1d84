package com.scalekit.spring.client.tools;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Query for the tools that a user can use. Instances are immutable: each {@code with}
 * method returns a changed copy.
 */
public final class ScopedToolQuery extends JsonObject<ScopedToolQuery> {

	private ScopedToolQuery(Map<String, @Nullable Object> members) {
		super(ScopedToolQuery::new, members);
	}

	/**
	 * Start with all tools of a user. It is not documented whether Scalekit accepts a
	 * query without further conditions.
	 * @param identifier the application's identifier of the user, at most 100 characters
	 * @return a query that all tools of the user match
	 * @throws IllegalArgumentException if the identifier is empty
	 */
	public static ScopedToolQuery forIdentifier(String identifier) {
		Assert.hasText(identifier, "'identifier' must not be empty");
		return new ScopedToolQuery(Map.of()).with("identifier", identifier);
	}

	/**
	 * Return tools of certain providers only.
	 * @param providers the providers, such as {@code GMAIL}, at least one
	 * @return a copy with the providers
	 * @throws IllegalArgumentException if there is no provider
	 */
	public ScopedToolQuery withProviders(String... providers) {
		Assert.notEmpty(providers, "'filter.providers' must not be empty");
		return with("filter.providers", List.of(providers));
	}

	/**
	 * Return certain tools only.
	 * @param toolNames the names of the tools, at least one
	 * @return a copy with the names
	 * @throws IllegalArgumentException if there is no name
	 */
	public ScopedToolQuery withToolNames(String... toolNames) {
		Assert.notEmpty(toolNames, "'filter.tool_names' must not be empty");
		return with("filter.tool_names", List.of(toolNames));
	}

	/**
	 * Return tools of certain connections only.
	 * @param connectionNames the names of the connections, such as {@code gmail}, at
	 * least one
	 * @return a copy with the names
	 * @throws IllegalArgumentException if there is no name
	 */
	public ScopedToolQuery withConnectionNames(String... connectionNames) {
		Assert.notEmpty(connectionNames, "'filter.connection_names' must not be empty");
		return with("filter.connection_names", List.of(connectionNames));
	}

}
