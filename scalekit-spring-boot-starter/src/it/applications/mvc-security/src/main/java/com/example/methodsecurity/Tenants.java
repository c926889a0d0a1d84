package com.example.methodsecurity;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.OrganizationPage;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

@Service
class Tenants {

	private final ObjectProvider<OrganizationsClient> organizations;

	private final ObjectProvider<ReactiveOrganizationsClient> reactiveOrganizations;

	Tenants(ObjectProvider<OrganizationsClient> organizations,
			ObjectProvider<ReactiveOrganizationsClient> reactiveOrganizations) {
		this.organizations = organizations;
		this.reactiveOrganizations = reactiveOrganizations;
	}

	@PreAuthorize("hasRole('ADMIN')")
	String secret() {
		return "secret";
	}

	@PreAuthorize("hasRole('USER')")
	long count() {
		return this.organizations.getObject().list().totalSize();
	}

	@PreAuthorize("hasRole('USER')")
	Mono<Long> countLater() {
		return this.reactiveOrganizations.getObject().list().map(OrganizationPage::totalSize);
	}

	@PreAuthorize("hasRole('ADMIN')")
	String onboard(String name) {
		return this.organizations.getObject().create(CreateOrganization.named(name)).displayName();
	}

}
