package com.example.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import com.scalekit.spring.client.memberships.MembershipsClient;
import com.scalekit.spring.client.memberships.UserPermission;
import com.scalekit.spring.client.permissions.CreatePermission;
import com.scalekit.spring.client.permissions.PermissionsClient;
import com.scalekit.spring.client.roles.CreateOrganizationRole;
import com.scalekit.spring.client.roles.CreateRole;
import com.scalekit.spring.client.roles.OrganizationRolesClient;
import com.scalekit.spring.client.roles.RolesClient;
import com.scalekit.spring.client.roles.UpdateDefaultRoles;
import com.scalekit.spring.client.users.CreateMembership;
import com.scalekit.spring.client.users.CreateUser;
import com.scalekit.spring.client.users.OrganizationMembership;
import com.scalekit.spring.client.users.UpdateMembership;
import com.scalekit.spring.client.users.UpdateUser;
import com.scalekit.spring.client.users.User;
import com.scalekit.spring.client.users.UsersClient;
import com.scalekit.spring.security.ScalekitPrincipal;

@Service
class Members {

	private final UsersClient users;

	private final MembershipsClient memberships;

	private final RolesClient roles;

	private final OrganizationRolesClient organizationRoles;

	private final PermissionsClient permissions;

	Members(UsersClient users, MembershipsClient memberships, RolesClient roles,
			OrganizationRolesClient organizationRoles, PermissionsClient permissions) {
		this.users = users;
		this.memberships = memberships;
		this.roles = roles;
		this.organizationRoles = organizationRoles;
		this.permissions = permissions;
	}

	User invite(String organizationId, String email) {
		CreateUser user = CreateUser.withEmail(email).withName("Ann", "Doe").withExternalId("crm-1").withRoles("admin");
		return this.users.create(organizationId, user);
	}

	void addToOrganization(String organizationId, String userId) {
		this.memberships.create(organizationId, userId, CreateMembership.empty().withRoles("member"), false);
	}

	void remind(String organizationId, String userId) {
		this.memberships.resendInvitation(organizationId, userId);
	}

	void printMembers(String organizationId) {
		try (Stream<User> members = this.memberships.allUsers(organizationId)) {
			members.map(User::email).forEach(System.out::println);
		}
	}

	List<User> find(String organizationId, String text) {
		return this.memberships.searchAllUsers(organizationId, text).toList();
	}

	Optional<OrganizationMembership> find(String userId, ScalekitPrincipal caller) {
		return this.users.get(userId).findMembership(caller.organizationId());
	}

	void makeEditor(String organizationId, String userId) {
		this.memberships.update(organizationId, userId, UpdateMembership.none().withRoles("editor"));
	}

	boolean isAllowed(String organizationId, String userId, String permission) {
		return this.memberships.listPermissions(organizationId, userId)
			.stream()
			.map(UserPermission::name)
			.anyMatch(permission::equals);
	}

	void defineRoles() {
		this.permissions.create(CreatePermission.named("invoices:read"));
		this.permissions.create(CreatePermission.named("invoices:write"));
		this.roles.create(CreateRole.named("viewer", "Viewer").withPermissions(List.of("invoices:read")));
		this.roles.create(
				CreateRole.named("editor", "Editor").withExtends("viewer").withPermissions(List.of("invoices:write")));
	}

	void defineRoleOf(String organizationId) {
		this.organizationRoles.create(organizationId,
				CreateOrganizationRole.named("accountant", "Accountant").withExtends("viewer"));
	}

	void setDefaultRoles(String organizationId) {
		this.roles.updateDefaults(UpdateDefaultRoles.none().withCreatorRole("admin").withMemberRole("viewer"));
		this.organizationRoles.updateDefaultMember(organizationId, "accountant");
	}

	void replaceEditorByViewer() {
		this.roles.delete("editor", "viewer");
	}

	void removeFromOrganization(String organizationId, String userId) {
		this.memberships.delete(organizationId, userId);
	}

	void putMetadata(String userId, String key, String value) {
		Map<String, String> metadata = new HashMap<>(this.users.get(userId).metadata());
		metadata.put(key, value);
		this.users.update(userId, UpdateUser.none().withMetadata(metadata));
	}

}
