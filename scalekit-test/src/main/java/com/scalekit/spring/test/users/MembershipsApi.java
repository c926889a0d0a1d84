package com.scalekit.spring.test.users;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.PageRequest;
import com.scalekit.spring.test.server.Router;
import com.scalekit.spring.test.users.StoredMembership.Role;

/**
 * The operations on the memberships of users in organizations.
 */
final class MembershipsApi {

	private final Users users;

	MembershipsApi(Users users) {
		this.users = users;
	}

	void register(Router router, Function<ApiRequest, StoredUser> byId, Function<ApiRequest, StoredUser> byExternalId) {
		router.handle("CreateMembership", (request) -> create(request, byId.apply(request)));
		router.handle("CreateMembership2", (request) -> create(request, byExternalId.apply(request)));
		router.handle("UpdateMembership", (request) -> update(request, byId.apply(request)));
		router.handle("UpdateMembership2", (request) -> update(request, byExternalId.apply(request)));
		router.handle("DeleteMembership", (request) -> delete(request, byId.apply(request)));
		router.handle("DeleteMembership2", (request) -> delete(request, byExternalId.apply(request)));
		router.handle("ResendInvite", (request) -> resend(request, byId.apply(request)));
		router.handle("ListOrganizationUsers",
				(request) -> ApiResponse
					.ok(this.users.listMembers(organizationId(request), PageRequest.of(request), (user) -> true)
						.toBody("users")));
		router.handle("SearchOrganizationUsers", (request) -> ApiResponse.ok(this.users
			.listMembers(organizationId(request), PageRequest.of(request), Users.matching(request.parameter("query")))
			.toBody("users")));
		router.handle("ListUserRoles", this::listRoles);
		router.handle("ListUserPermissions", this::listPermissions);
	}

	private ApiResponse create(ApiRequest request, StoredUser user) {
		return ApiResponse.created(UsersApi.envelope(this.users.addMembership(user, organizationId(request),
				request.json(), request.flag("send_invitation_email", true))));
	}

	private ApiResponse update(ApiRequest request, StoredUser user) {
		return ApiResponse
			.ok(UsersApi.envelope(this.users.updateMembership(user, organizationId(request), request.json())));
	}

	private ApiResponse delete(ApiRequest request, StoredUser user) {
		this.users.deleteMembership(user, organizationId(request), request.flag("cascade", true));
		return ApiResponse.ok(Map.of());
	}

	private ApiResponse resend(ApiRequest request, StoredUser user) {
		StoredMembership invitation = this.users.resendInvitation(user, organizationId(request));
		return ApiResponse.ok(Map.of("invite", Invite.of(user.id(), invitation)));
	}

	private ApiResponse listRoles(ApiRequest request) {
		List<Role> roles = this.users.roles(membership(request))
			.stream()
			.map((role) -> new Role(role.id(), role.name(), role.displayName()))
			.toList();
		return ApiResponse.ok(Map.of("roles", roles));
	}

	private ApiResponse listPermissions(ApiRequest request) {
		List<Permission> permissions = this.users.permissions(membership(request))
			.stream()
			.map((permission) -> new Permission(permission.id(), permission.name(), permission.description()))
			.toList();
		return ApiResponse.ok(Map.of("permissions", permissions));
	}

	private StoredMembership membership(ApiRequest request) {
		return this.users.requireMembership(this.users.require(request.pathVariable("user_id")),
				organizationId(request));
	}

	private static String organizationId(ApiRequest request) {
		return request.pathVariable("organization_id");
	}

	private record Permission(String id, String name, String description) {
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	private record Invite(String organizationId, String userId, String status, @Nullable String inviterEmail,
			int resentCount, @Nullable Instant createdAt, @Nullable Instant expiresAt, @Nullable Instant resentAt) {

		static Invite of(String userId, StoredMembership invitation) {
			return new Invite(invitation.organizationId(), userId,
					invitation.membershipStatus().toLowerCase(Locale.ROOT), invitation.inviterEmail(),
					invitation.resentCount(), invitation.createdAt(), invitation.expiresAt(), invitation.resentAt());
		}

	}

}
