package com.scalekit.spring.client.memberships;

import java.util.Map;
import java.util.stream.Stream;

import com.scalekit.spring.client.contracts.Call;
import com.scalekit.spring.client.contracts.ContractTests;
import com.scalekit.spring.client.users.CreateMembership;
import com.scalekit.spring.client.users.UpdateMembership;

class MembershipsClientTests extends ContractTests<MembershipsClient> {

	private static final String MEMBER = "/api/v1/memberships/organizations/org_1/users/usr_1";

	private static final String MEMBER_BY_EXTERNAL_ID = "/api/v1/memberships/organizations/org_1"
			+ "/users:external/crm%2F1%3A2";

	MembershipsClientTests() {
		super(MembershipsClient.class);
	}

	@Override
	protected Stream<Call<MembershipsClient>> calls() {
		return Stream.of(changes(), lists()).flatMap((calls) -> calls);
	}

	private Stream<Call<MembershipsClient>> changes() {
		return Stream.of(
				call("POST " + MEMBER, "{}",
						(memberships) -> memberships.create("org_1", "usr_1", CreateMembership.empty())),
				call("POST " + MEMBER + "?send_invitation_email=true", """
						{"roles":[{"name":"admin"},{"name":"editor"}],"metadata":{"desk":"12"},
						"inviter_email":"john@acme.com"}""",
						(memberships) -> memberships.create("org_1", "usr_1",
								CreateMembership.empty()
									.withRoles("admin", "editor")
									.withMetadata(Map.of("desk", "12"))
									.withInviterEmail("john@acme.com"),
								true)),
				call("POST " + MEMBER_BY_EXTERNAL_ID, """
						{"roles":[{"name":"admin"}]}""",
						(memberships) -> memberships.createByExternalId("org_1", "crm/1:2",
								CreateMembership.empty().withRoles("admin"))),
				call("POST " + MEMBER_BY_EXTERNAL_ID + "?send_invitation_email=false", """
						{"roles":[{"name":"admin"}]}""",
						(memberships) -> memberships.createByExternalId("org_1", "crm/1:2",
								CreateMembership.empty().withRoles("admin"), false)),
				call("PATCH " + MEMBER, """
						{"roles":[{"name":"viewer"}],"metadata":{"desk":"13"}}""",
						(memberships) -> memberships.update("org_1", "usr_1",
								UpdateMembership.none().withRoles("viewer").withMetadata(Map.of("desk", "13")))),
				call("PATCH " + MEMBER_BY_EXTERNAL_ID, """
						{"roles":[{"name":"viewer"}]}""",
						(memberships) -> memberships.updateByExternalId("org_1", "crm/1:2",
								UpdateMembership.none().withRoles("viewer"))),
				call("DELETE " + MEMBER, (memberships) -> memberships.delete("org_1", "usr_1")),
				call("DELETE " + MEMBER_BY_EXTERNAL_ID,
						(memberships) -> memberships.deleteByExternalId("org_1", "crm/1:2")),
				call("PATCH /api/v1/invites/organizations/org_1/users/usr_1/resend", "{}",
						(memberships) -> memberships.resendInvitation("org_1", "usr_1")));
	}

	private Stream<Call<MembershipsClient>> lists() {
		return Stream.of(call("GET /api/v1/organizations/org_1/users", (memberships) -> memberships.listUsers("org_1")),
				call("GET /api/v1/organizations/org_1/users?page_size=10&page_token=a%2Bb",
						(memberships) -> memberships.listUsers("org_1", 10, "a+b")),
				call("GET /api/v1/organizations/org_1/users?page_size=100",
						(memberships) -> memberships.allUsers("org_1")),
				call("GET /api/v1/organizations/org_1/users:search?query=jane",
						(memberships) -> memberships.searchUsers("org_1", "jane")),
				call("GET /api/v1/organizations/org_1/users:search?query=jane%2Bdoe%40acme.com&page_size=5&page_token=t",
						(memberships) -> memberships.searchUsers("org_1", "jane+doe@acme.com", 5, "t")),
				call("GET /api/v1/organizations/org_1/users:search?query=jane&page_size=30",
						(memberships) -> memberships.searchAllUsers("org_1", "jane")),
				call("GET /api/v1/organizations/org_1/users/usr_1/roles",
						(memberships) -> memberships.listRoles("org_1", "usr_1")),
				call("GET /api/v1/organizations/org_1/users/usr_1/permissions",
						(memberships) -> memberships.listPermissions("org_1", "usr_1")));
	}

}
