package com.example.reference;

import java.net.URI;
import java.util.List;

import org.springframework.stereotype.Service;

import com.scalekit.spring.client.connections.ConnectionQuery;
import com.scalekit.spring.client.connections.ConnectionStatus;
import com.scalekit.spring.client.connections.ConnectionSummary;
import com.scalekit.spring.client.connections.ConnectionToggle;
import com.scalekit.spring.client.connections.ConnectionsClient;
import com.scalekit.spring.client.domains.CreateDomain;
import com.scalekit.spring.client.domains.Domain;
import com.scalekit.spring.client.domains.DomainsClient;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.PortalFeature;

@Service
class SingleSignOn {

	private final OrganizationsClient organizations;

	private final ConnectionsClient connections;

	private final DomainsClient domains;

	SingleSignOn(OrganizationsClient organizations, ConnectionsClient connections, DomainsClient domains) {
		this.organizations = organizations;
		this.connections = connections;
		this.domains = domains;
	}

	URI linkForAdministrator(String organizationId) {
		return this.organizations.generatePortalLink(organizationId, PortalFeature.SSO).location();
	}

	List<ConnectionSummary> readyToEnable(String organizationId) {
		ConnectionQuery query = ConnectionQuery.any().withOrganizationId(organizationId).withInactive();
		return this.connections.list(query)
			.stream()
			.filter((connection) -> connection.status() == ConnectionStatus.COMPLETED && !connection.enabled())
			.toList();
	}

	void enable(String organizationId, String connectionId) {
		ConnectionToggle toggle = this.connections.enable(organizationId, connectionId);
		if (!toggle.enabled()) {
			throw new IllegalStateException("Connection is not enabled: " + toggle.errorMessage());
		}
	}

	boolean hasSingleSignOn(String emailDomain) {
		return !this.connections.listByDomain(emailDomain).isEmpty();
	}

	Domain addDomain(String organizationId, String domain) {
		return this.domains.create(organizationId, CreateDomain.ofOrganization(domain));
	}

	boolean isVerified(Domain domain) {
		return switch (domain.verificationStatus()) {
			case VERIFIED, AUTO_VERIFIED -> true;
			default -> false;
		};
	}

}
