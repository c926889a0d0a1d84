package com.scalekit.spring.client.roles;

import java.util.List;
import java.util.stream.Stream;

import com.scalekit.spring.client.contracts.Call;
import com.scalekit.spring.client.contracts.ContractTests;

class OrganizationRolesClientTests extends ContractTests<OrganizationRolesClient> {

	OrganizationRolesClientTests() {
		super(OrganizationRolesClient.class);
	}

	@Override
	protected Stream<Call<OrganizationRolesClient>> calls() {
		return Stream.of(call("GET /api/v1/organizations/org_1/roles", (roles) -> roles.list("org_1")),
				call("GET /api/v1/organizations/org_1/roles?include=permissions%3Aall",
						(roles) -> roles.list("org_1", IncludedPermissions.EFFECTIVE)),
				call("GET /api/v1/organizations/org_1/roles/editor", (roles) -> roles.get("org_1", "editor")),
				call("GET /api/v1/organizations/org%2F1/roles/no%20role%2F%3A?include=permissions",
						(roles) -> roles.get("org/1", "no role/:", IncludedPermissions.DIRECT)),
				call("POST /api/v1/organizations/org_1/roles", """
						{"name":"editor","display_name":"Editor","description":"Writes","extends":"viewer",
						"permissions":["posts:read","posts:write"]}""",
						(roles) -> roles.create("org_1",
								CreateOrganizationRole.named("editor", "Editor")
									.withDescription("Writes")
									.withExtends("viewer")
									.withPermissions(List.of("posts:read", "posts:write")))),
				call("PUT /api/v1/organizations/org_1/roles/editor", """
						{"display_name":"Editor"}""",
						(roles) -> roles.update("org_1", "editor", UpdateRole.none().withDisplayName("Editor"))),
				call("DELETE /api/v1/organizations/org_1/roles/editor", (roles) -> roles.delete("org_1", "editor")),
				call("DELETE /api/v1/organizations/org_1/roles/editor?reassign_role_name=viewer",
						(roles) -> roles.delete("org_1", "editor", "viewer")),
				call("PATCH /api/v1/organizations/org_1/roles:set_defaults", """
						{"default_member_role":"viewer"}""", (roles) -> roles.updateDefaultMember("org_1", "viewer")));
	}

}
