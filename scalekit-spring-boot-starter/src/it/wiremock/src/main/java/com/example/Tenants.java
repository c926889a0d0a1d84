package com.example;

import org.springframework.stereotype.Service;

import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;

@Service
class Tenants {

	private final OrganizationsClient organizations;

	Tenants(OrganizationsClient organizations) {
		this.organizations = organizations;
	}

	Organization onboard(String name, String tenantId) {
		return this.organizations.create(CreateOrganization.named(name).withExternalId(tenantId));
	}

	String nameOf(String tenantId) {
		return this.organizations.getByExternalId(tenantId).displayName();
	}

}
