package com.scalekit.spring.client.connections;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Query for connections. Instances are immutable: each {@code with} method returns a
 * changed copy.
 */
public final class ConnectionQuery extends JsonObject<ConnectionQuery> {

	private ConnectionQuery(Map<String, @Nullable Object> members) {
		super(ConnectionQuery::new, members);
	}

	/**
	 * Start with all connections that users can sign in with.
	 * @return a query that all enabled connections match whose configuration is complete
	 */
	public static ConnectionQuery any() {
		return new ConnectionQuery(Map.of());
	}

	/**
	 * Return connections of an organization only.
	 * @param organizationId the identifier of the organization
	 * @return a copy with the organization
	 * @throws IllegalArgumentException if the identifier is empty
	 */
	public ConnectionQuery withOrganizationId(String organizationId) {
		Assert.hasText(organizationId, "'organization_id' must not be empty");
		return with("organization_id", organizationId);
	}

	/**
	 * Return connections of a domain only.
	 * @param domain the domain, such as {@code acme.com}; Scalekit refuses one of more
	 * than 32 characters
	 * @return a copy with the domain
	 * @throws IllegalArgumentException if the domain is empty
	 */
	public ConnectionQuery withDomain(String domain) {
		Assert.hasText(domain, "'domain' must not be empty");
		return with("domain", domain);
	}

	/**
	 * Return connections, too, that are disabled or whose configuration is not complete.
	 * @return a copy that includes these connections
	 */
	public ConnectionQuery withInactive() {
		return with("include", "all");
	}

}
