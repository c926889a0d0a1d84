package com.scalekit.spring.client.roles;

import java.util.List;
import java.util.stream.Stream;

import com.scalekit.spring.client.contracts.Call;
import com.scalekit.spring.client.contracts.ContractTests;

class RolesClientTests extends ContractTests<RolesClient> {

	RolesClientTests() {
		super(RolesClient.class);
	}

	@Override
	protected Stream<Call<RolesClient>> calls() {
		return Stream.of(call("GET /api/v1/roles", (roles) -> roles.list()),
				call("GET /api/v1/roles?include=permissions", (roles) -> roles.list(IncludedPermissions.DIRECT)),
				call("GET /api/v1/roles?include=permissions%3Aall",
						(roles) -> roles.list(IncludedPermissions.EFFECTIVE)),
				call("GET /api/v1/roles/editor", (roles) -> roles.get("editor")),
				call("GET /api/v1/roles/no%20role%2F%3A?include=permissions",
						(roles) -> roles.get("no role/:", IncludedPermissions.DIRECT)),
				call("POST /api/v1/roles", """
						{"name":"editor","display_name":"Editor","description":"Writes","extends":"viewer",
						"permissions":["posts:read","posts:write"]}""",
						(roles) -> roles.create(CreateRole.named("editor", "Editor")
							.withDescription("Writes")
							.withExtends("viewer")
							.withPermissions(List.of("posts:read", "posts:write")))),
				call("PUT /api/v1/roles/editor", """
						{"display_name":"Editor","description":"Writes","extends":"viewer","permissions":[]}""",
						(roles) -> roles.update("editor",
								UpdateRole.none()
									.withDisplayName("Editor")
									.withDescription("Writes")
									.withExtends("viewer")
									.withPermissions(List.of()))),
				call("DELETE /api/v1/roles/editor", (roles) -> roles.delete("editor")),
				call("DELETE /api/v1/roles/editor?reassign_role_name=viewer",
						(roles) -> roles.delete("editor", "viewer")),
				call("PATCH /api/v1/roles:set_defaults", """
						{"default_creator_role":"admin","default_member_role":"viewer"}""",
						(roles) -> roles.updateDefaults(
								UpdateDefaultRoles.none().withCreatorRole("admin").withMemberRole("viewer"))),
				call("GET /api/v1/roles/viewer/dependents", (roles) -> roles.listDependents("viewer")),
				call("GET /api/v1/roles/editor/permissions", (roles) -> roles.listPermissions("editor")),
				call("GET /api/v1/roles/editor/permissions:all", (roles) -> roles.listEffectivePermissions("editor")),
				call("POST /api/v1/roles/editor/permissions", """
						{"permission_names":["posts:read","posts:write"]}""",
						(roles) -> roles.addPermissions("editor", "posts:read", "posts:write")),
				call("DELETE /api/v1/roles/editor/permissions/posts%3Aread",
						(roles) -> roles.removePermission("editor", "posts:read")),
				call("GET /api/v1/roles/editor/users:count", (roles) -> roles.countUsers("editor")));
	}

}
