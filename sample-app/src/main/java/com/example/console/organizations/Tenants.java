package com.example.console.organizations;

import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Service;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationSettings;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.UpdateOrganization;

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

	/**
	 * Send what was changed, so that nothing else is overwritten.
	 */
	Organization edit(String id, OrganizationForm form) {
		Organization organization = this.organizations.get(id);
		UpdateOrganization changes = form.changesTo(organization);
		return changes.equals(UpdateOrganization.none()) ? organization : this.organizations.update(id, changes);
	}

	Organization offboard(String id) {
		Organization organization = this.organizations.get(id);
		this.organizations.delete(id);
		return organization;
	}

	/**
	 * Switch the features that are not yet as they should be.
	 */
	Organization switchFeatures(String id, Set<String> enabled) {
		Organization organization = this.organizations.get(id);
		OrganizationSettings changes = OrganizationSettings.none();
		for (String feature : Features.of(organization)) {
			if (Features.isEnabled(organization, feature) != enabled.contains(feature)) {
				changes = changes.withFeature(feature, enabled.contains(feature));
			}
		}
		return changes.features().isEmpty() ? organization : this.organizations.updateSettings(id, changes);
	}

}
