package com.scalekit.spring.test.connections;

import java.util.List;
import java.util.Map;

/**
 * A connection as the server keeps it, at one moment. This type gets new components when
 * Scalekit's connections do, so its constructor is no part of the API.
 *
 * @param id the id, such as {@code conn_1234}
 * @param organizationId the id of the organization
 * @param type the type, such as {@code OIDC}
 * @param provider the identity provider, such as {@code OKTA}
 * @param status {@code COMPLETED} or {@code IN_PROGRESS}
 * @param enabled whether users can sign in with the connection
 * @param domains the domains whose users sign in with the connection
 * @param configuration what was configured, by the names in JSON
 */
public record StoredConnection(String id, String organizationId, String type, String provider, String status,
		boolean enabled, List<String> domains, Map<String, Object> configuration) {

	static final String COMPLETED = "COMPLETED";

	boolean isActive() {
		return this.enabled && this.status.equals(COMPLETED);
	}

	boolean hasDomain(String domain) {
		return this.domains.stream().anyMatch(domain::equalsIgnoreCase);
	}

}
