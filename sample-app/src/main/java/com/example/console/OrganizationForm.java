package com.example.console;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.UpdateOrganization;

/**
 * What is typed into the forms. Scalekit has the rules for it; none of them is repeated
 * here.
 *
 * @param displayName the name
 * @param externalId the application's own identifier of the tenant, empty if there is
 * none
 */
record OrganizationForm(String displayName, String externalId) {

	static final OrganizationForm EMPTY = new OrganizationForm("", "");

	OrganizationForm {
		displayName = stripped(displayName);
		externalId = stripped(externalId);
	}

	private static String stripped(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

	CreateOrganization toCreate() {
		CreateOrganization organization = CreateOrganization.named(this.displayName);
		return this.externalId.isEmpty() ? organization : organization.withExternalId(this.externalId);
	}

	UpdateOrganization toRename() {
		return UpdateOrganization.none().withDisplayName(this.displayName);
	}

}
