package com.scalekit.spring.client.organizations;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import com.scalekit.spring.client.contracts.Call;
import com.scalekit.spring.client.contracts.ContractTests;

class OrganizationsClientTests extends ContractTests<OrganizationsClient> {

	OrganizationsClientTests() {
		super(OrganizationsClient.class);
	}

	@Override
	protected Stream<Call<OrganizationsClient>> calls() {
		return Stream.of(call("GET /api/v1/organizations", (organizations) -> organizations.list()),
				call("GET /api/v1/organizations?page_size=10&page_token=a%2Bb%2Fc%3D%26%7Bd%7D",
						(organizations) -> organizations.list(10, "a+b/c=&{d}")),
				call("GET /api/v1/organizations?external_id=tenant%201",
						(organizations) -> organizations.list("tenant 1", null, null)),
				call("GET /api/v1/organizations?page_size=100", (organizations) -> organizations.all()),
				call("GET /api/v1/organizations/org_1", (organizations) -> organizations.get("org_1")),
				call("GET /api/v1/organizations:external/tenant%2F1%20a%3Ab%2Bc%25",
						(organizations) -> organizations.getByExternalId("tenant/1 a:b+c%")),
				call("POST /api/v1/organizations", "{\"display_name\":\"Acme\"}",
						(organizations) -> organizations.create(CreateOrganization.named("Acme"))),
				call("POST /api/v1/organizations", """
						{"display_name":"Acme","external_id":"t-1","slug":"acme","logo_url":"https://acme.com/a.png",
						"metadata":{"tier":"gold"}}""", (organizations) -> organizations.create(complete())),
				call("PATCH /api/v1/organizations/org_1", "{\"display_name\":\"Acme Inc\",\"slug\":\"\"}",
						(organizations) -> organizations.update("org_1",
								UpdateOrganization.none().withDisplayName("Acme Inc").withSlug(""))),
				call("DELETE /api/v1/organizations/org_1", (organizations) -> organizations.delete("org_1")),
				call("PUT /api/v1/organizations/org_1/portal_links",
						(organizations) -> organizations.generatePortalLink("org_1")),
				call("PUT /api/v1/organizations/org_1/portal_links?features=sso&features=dir_sync",
						(organizations) -> organizations.generatePortalLink("org_1", PortalFeature.SSO,
								PortalFeature.DIR_SYNC)),
				call("PATCH /api/v1/organizations/org_1/settings", """
						{"features":[{"name":"sso","enabled":true},{"name":"dir_sync","enabled":false}]}""",
						(organizations) -> organizations.updateSettings("org_1",
								OrganizationSettings.none().withFeature("sso", true).withFeature("dir_sync", false))),
				call("PATCH /api/v1/organizations/org_1/settings/usermanagement",
						"{\"settings\":{\"max_allowed_users\":25}}",
						(organizations) -> organizations.updateUserManagementSettings("org_1",
								UserManagementSettings.limitedTo(25))),
				call("PATCH /api/v1/organizations/org_1/settings/usermanagement",
						"{\"settings\":{\"max_allowed_users\":null}}",
						(organizations) -> organizations.updateUserManagementSettings("org_1",
								UserManagementSettings.off())),
				call("GET /api/v1/organizations/org_1/session-policy",
						(organizations) -> organizations.getSessionPolicy("org_1")),
				call("PATCH /api/v1/organizations/org_1/session-policy", """
						{"policy_source":"CUSTOM","absolute_session_timeout":720,
						"absolute_session_timeout_unit":"MINUTES","idle_session_timeout_enabled":true,
						"idle_session_timeout":30,"idle_session_timeout_unit":"MINUTES"}""",
						(organizations) -> organizations.updateSessionPolicy("org_1",
								SessionPolicy.custom()
									.withAbsoluteTimeout(Duration.ofHours(12))
									.withIdleTimeout(Duration.ofMinutes(30)))),
				call("PATCH /api/v1/organizations/org_1/session-policy", "{\"policy_source\":\"APPLICATION\"}",
						(organizations) -> organizations.updateSessionPolicy("org_1", SessionPolicy.ofApplication())));
	}

	private static CreateOrganization complete() {
		return CreateOrganization.named("Acme")
			.withExternalId("t-1")
			.withSlug("acme")
			.withLogoUrl("https://acme.com/a.png")
			.withMetadata(Map.of("tier", "gold"));
	}

}
