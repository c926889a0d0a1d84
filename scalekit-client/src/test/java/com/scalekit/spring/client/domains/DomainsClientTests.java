package com.scalekit.spring.client.domains;

import java.util.stream.Stream;

import com.scalekit.spring.client.contracts.Call;
import com.scalekit.spring.client.contracts.ContractTests;

class DomainsClientTests extends ContractTests<DomainsClient> {

	DomainsClientTests() {
		super(DomainsClient.class);
	}

	@Override
	protected Stream<Call<DomainsClient>> calls() {
		return Stream.of(call("GET /api/v1/organizations/org_1/domains", (domains) -> domains.list("org_1")), call(
				"GET /api/v1/organizations/org_1/domains?page_size=10&page_number=2&domain_type=ORGANIZATION_DOMAIN"
						+ "&include=verification_details",
				(domains) -> domains.list("org_1",
						DomainQuery.any()
							.withDomainType(DomainType.ORGANIZATION_DOMAIN)
							.withInclude("verification_details"),
						10, 2)),
				call("GET /api/v1/organizations/org_1/domains?page_size=100", (domains) -> domains.all("org_1")),
				call("GET /api/v1/organizations/org_1/domains?page_size=100&domain_type=ALLOWED_EMAIL_DOMAIN",
						(domains) -> domains.all("org_1",
								DomainQuery.any().withDomainType(DomainType.ALLOWED_EMAIL_DOMAIN))),
				call("GET /api/v1/organizations/org_1/domains/dom_1", (domains) -> domains.get("org_1", "dom_1")),
				call("POST /api/v1/organizations/org_1/domains", """
						{"domain":"acme.com","domain_type":"ORGANIZATION_DOMAIN"}""",
						(domains) -> domains.create("org_1", CreateDomain.ofOrganization("acme.com"))),
				call("POST /api/v1/organizations/org_1/domains", """
						{"domain":"acme.com","domain_type":"ALLOWED_EMAIL_DOMAIN"}""",
						(domains) -> domains.create("org_1", CreateDomain.allowedForEmail("acme.com"))),
				call("DELETE /api/v1/organizations/org_1/domains/dom_1",
						(domains) -> domains.delete("org_1", "dom_1")));
	}

}
