package com.scalekit.spring.test.oidc;

import java.util.Optional;

import com.scalekit.spring.test.connections.Connections;
import com.scalekit.spring.test.connections.StoredConnection;
import com.scalekit.spring.test.domains.Domains;
import com.scalekit.spring.test.domains.StoredDomain;
import com.scalekit.spring.test.organizations.Organizations;
import com.scalekit.spring.test.organizations.StoredOrganization;

/**
 * Finds the organization that an application asks for: by the id of a connection, else by
 * that of the organization, else by a domain. As with the service, an unknown domain is
 * no error.
 */
final class OrganizationSelector {

	private final Organizations organizations;

	private final Connections connections;

	private final Domains domains;

	OrganizationSelector(Organizations organizations, Connections connections, Domains domains) {
		this.organizations = organizations;
		this.connections = connections;
		this.domains = domains;
	}

	Optional<String> select(AuthorizationRequest request) {
		Optional<String> connectionId = request.find("connection_id");
		if (connectionId.isPresent()) {
			return Optional.of(connection(request, connectionId.get()).organizationId());
		}
		Optional<String> organizationId = request.find("organization_id");
		if (organizationId.isPresent()) {
			return Optional.of(this.organizations.find(organizationId.get())
				.map(StoredOrganization::id)
				.orElseThrow(() -> request.error("invalid_organization_id", "The organization is unknown")));
		}
		return request.find("domain").or(() -> request.find("domain_hint")).flatMap(this::byDomain);
	}

	private StoredConnection connection(AuthorizationRequest request, String id) {
		StoredConnection connection = this.connections.find(id)
			.orElseThrow(() -> request.error("invalid_connection_id", "The connection is unknown"));
		if (!connection.enabled()) {
			throw request.error("connection_not_active", "The connection is disabled");
		}
		return connection;
	}

	private Optional<String> byDomain(String domain) {
		return this.organizations.all()
			.stream()
			.flatMap((organization) -> this.domains.all(organization.id()).stream())
			.filter((candidate) -> candidate.domain().equalsIgnoreCase(domain)
					&& candidate.verificationStatus().endsWith("VERIFIED"))
			.map(StoredDomain::organizationId)
			.findFirst();
	}

}
