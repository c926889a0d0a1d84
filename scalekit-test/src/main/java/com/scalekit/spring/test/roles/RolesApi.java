package com.scalekit.spring.test.roles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.permissions.Permissions;
import com.scalekit.spring.test.permissions.StoredPermission;
import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.Router;

/**
 * The operations on the roles of the environment and of organizations.
 */
public final class RolesApi implements ApiGroup {

	private final Roles roles;

	/**
	 * Create the group.
	 * @param state the state of the environment
	 * @param permissions the permissions that roles have
	 */
	public RolesApi(EnvironmentState state, Permissions permissions) {
		this.roles = new Roles(state, permissions);
	}

	/**
	 * Return the roles.
	 * @return the roles
	 */
	public Roles roles() {
		return this.roles;
	}

	@Override
	public void register(Router router) {
		handle(router, "ListRoles", "ListOrganizationRoles", this::list);
		handle(router, "CreateRole", "CreateOrganizationRole", this::create);
		handle(router, "GetRole", "GetOrganizationRole", this::get);
		handle(router, "UpdateRole", "UpdateOrganizationRole", this::update);
		handle(router, "DeleteRole", "DeleteOrganizationRole", this::delete);
		router.handle("UpdateDefaultRoles", this::updateDefaults);
		router.handle("UpdateDefaultRoles2", this::updateDefaults);
		router.handle("UpdateDefaultOrganizationRoles", this::updateOrganizationDefaults);
		router.handle("ListDependentRoles", (request) -> ApiResponse.ok(Map.of("roles",
				this.roles.dependents(role(request)).stream().map((role) -> body(role, null, "")).toList())));
		router.handle("ListRolePermissions",
				(request) -> ApiResponse.ok(Map.of("permissions", this.roles.permissions(role(request)))));
		router.handle("ListEffectiveRolePermissions", (request) -> ApiResponse
			.ok(Map.of("permissions", this.roles.effectivePermissions(role(request)).keySet())));
		router.handle("AddPermissionsToRole", this::addPermissions);
		router.handle("RemovePermissionFromRole", this::removePermission);
		router.handle("GetRoleUsersCount",
				(request) -> ApiResponse.ok(Map.of("count", String.valueOf(this.roles.countUsers(role(request))))));
	}

	private static void handle(Router router, String id, String idForOrganization,
			BiFunction<ApiRequest, @Nullable String, ApiResponse> handler) {
		router.handle(id, (request) -> handler.apply(request, null));
		router.handle(idForOrganization, (request) -> handler.apply(request, request.pathVariable("org_id")));
	}

	@Override
	public void reset() {
		this.roles.clear();
	}

	private ApiResponse list(ApiRequest request, @Nullable String organizationId) {
		String include = request.parameter("include");
		return ApiResponse.ok(Map.of("roles",
				this.roles.list(organizationId).stream().map((role) -> body(role, organizationId, include)).toList()));
	}

	private ApiResponse create(ApiRequest request, @Nullable String organizationId) {
		return ApiResponse.created(envelope(this.roles.create(organizationId, request.json()), organizationId, ""));
	}

	private ApiResponse get(ApiRequest request, @Nullable String organizationId) {
		StoredRole role = this.roles.require(organizationId, name(request));
		return ApiResponse.ok(envelope(role, organizationId, request.parameter("include")));
	}

	private ApiResponse update(ApiRequest request, @Nullable String organizationId) {
		StoredRole updated = this.roles.update(this.roles.requireOwn(organizationId, name(request)),
				(role) -> Json.merge(role, request.json()));
		return ApiResponse.ok(envelope(updated, organizationId, ""));
	}

	private ApiResponse delete(ApiRequest request, @Nullable String organizationId) {
		this.roles.delete(this.roles.requireOwn(organizationId, name(request)),
				request.parameter("reassign_role_name"));
		return ApiResponse.ok(Map.of());
	}

	private ApiResponse updateDefaults(ApiRequest request) {
		String creator = request.json().path("default_creator_role").asString("");
		String member = request.json().path("default_member_role").asString("");
		StoredRole newCreator = this.roles.require(null, (creator.isEmpty()) ? this.roles.defaultCreator() : creator);
		StoredRole newMember = this.roles.require(null, (member.isEmpty()) ? this.roles.defaultMember(null) : member);
		this.roles.setDefaultCreator(newCreator);
		this.roles.setDefaultMember(null, newMember);
		return ApiResponse
			.ok(Map.of("default_creator", body(newCreator, null, ""), "default_member", body(newMember, null, "")));
	}

	private ApiResponse updateOrganizationDefaults(ApiRequest request) {
		String organizationId = request.pathVariable("org_id");
		StoredRole role = this.roles.require(organizationId, request.json().path("default_member_role").asString());
		this.roles.setDefaultMember(organizationId, role);
		return ApiResponse.ok(Map.of("default_member", body(role, organizationId, "")));
	}

	private ApiResponse addPermissions(ApiRequest request) {
		List<String> names = request.json().path("permission_names").valueStream().map(JsonNode::asString).toList();
		StoredRole updated = this.roles.addPermissions(role(request), names);
		return ApiResponse.ok(Map.of("permissions", this.roles.permissions(updated)));
	}

	private ApiResponse removePermission(ApiRequest request) {
		this.roles.removePermission(role(request), request.pathVariable("permission_name"));
		return ApiResponse.ok(Map.of());
	}

	private StoredRole role(ApiRequest request) {
		return this.roles.require(null, name(request));
	}

	private static String name(ApiRequest request) {
		return request.pathVariable("role_name");
	}

	private Map<String, Object> envelope(StoredRole role, @Nullable String organizationId, String include) {
		return Map.of("role", body(role, organizationId, include));
	}

	private Map<String, Object> body(StoredRole role, @Nullable String organizationId, String include) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("id", role.id());
		body.put("name", role.name());
		body.put("display_name", role.displayName());
		body.put("description", role.description());
		if (role.baseRole() != null) {
			body.put("extends", role.baseRole());
		}
		body.put("is_org_role", role.organizationId() != null);
		body.put("default_creator", role.organizationId() == null && role.name().equals(this.roles.defaultCreator()));
		body.put("default_member", role.name().equals(this.roles.defaultMember(organizationId)));
		body.put("dependent_roles_count", this.roles.dependents(role).size());
		body.put("permissions", permissions(role, include));
		return body;
	}

	private List<RolePermission> permissions(StoredRole role, String include) {
		return switch (include) {
			case "permissions" ->
				this.roles.permissions(role).stream().map((permission) -> RolePermission.of(permission, role)).toList();
			case "permissions:all" -> this.roles.effectivePermissions(role)
				.entrySet()
				.stream()
				.map((entry) -> RolePermission.of(entry.getKey(), entry.getValue()))
				.toList();
			default -> List.of();
		};
	}

	private record RolePermission(String id, String name, String description, String roleName, Object createTime,
			Object updateTime) {

		static RolePermission of(StoredPermission permission, StoredRole role) {
			return new RolePermission(permission.id(), permission.name(), permission.description(), role.name(),
					permission.createTime(), permission.updateTime());
		}

	}

}
