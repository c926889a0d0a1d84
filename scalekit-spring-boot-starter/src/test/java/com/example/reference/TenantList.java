package com.example.reference;

import java.util.stream.Stream;

import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.UpdateOrganization;

class TenantList {

	private final OrganizationsClient organizations;

	TenantList(OrganizationsClient organizations) {
		this.organizations = organizations;
	}

	void print() {
		try (Stream<Organization> all = this.organizations.all()) {
			all.map(Organization::displayName).forEach(System.out::println);
		}
	}

	void rename(String id) {
		UpdateOrganization changes = UpdateOrganization.none().withDisplayName("Acme Inc");
		this.organizations.update(id, changes);
	}

}
