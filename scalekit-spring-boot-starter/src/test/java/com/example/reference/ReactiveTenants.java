package com.example.reference;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

@Service
class ReactiveTenants {

	private final ReactiveOrganizationsClient organizations;

	ReactiveTenants(ReactiveOrganizationsClient organizations) {
		this.organizations = organizations;
	}

	Mono<Organization> onboard(String name, String tenantId) {
		return this.organizations.create(CreateOrganization.named(name).withExternalId(tenantId));
	}

}
