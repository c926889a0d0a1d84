package com.example.console.organizations;

import java.util.Optional;

import org.springframework.stereotype.Service;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;

/**
 * The tenants of the application. Each of them is an organization in Scalekit.
 */
@Service
class Tenants {

	private final OrganizationsClient organizations;

	Tenants(OrganizationsClient organizations) {
		this.organizations = organizations;
	}

	/**
	 * Find a tenant. A text that cannot be an identifier is not sent, but refused.
	 */
	Optional<Organization> find(String externalId) {
		try {
			return Optional.of(this.organizations.getByExternalId(externalId));
		}
		catch (ScalekitApiException.NotFound | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	Organization offboard(String id) {
		Organization organization = this.organizations.get(id);
		this.organizations.delete(id);
		return organization;
	}

}
