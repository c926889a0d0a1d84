package com.scalekit.spring.client.roles;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.http.BodyMember;
import com.scalekit.spring.client.http.Enveloped;
import com.scalekit.spring.client.http.Idempotent;
import com.scalekit.spring.client.permissions.Permission;

/**
 * The roles of an environment, which all of its organizations share.
 * {@link ReactiveRolesClient} is the reactive twin; use that one on event-loop threads.
 * <p>
 * Every method may throw a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token. An identifier that cannot
 * be part of a path is refused with an {@link IllegalArgumentException}.
 */
@HttpExchange(url = "/api/v1")
public interface RolesClient {

	/**
	 * Return all roles, without their permissions. {@code GET /api/v1/roles}
	 * @return the roles
	 */
	default List<Role> list() {
		return list(null);
	}

	/**
	 * Return all roles. {@code GET /api/v1/roles}
	 * @param include the permissions to return them with, or {@code null} for none
	 * @return the roles
	 */
	@Enveloped("roles")
	@GetExchange("/roles")
	List<Role> list(@RequestParam(name = "include", required = false) @Nullable IncludedPermissions include);

	/**
	 * Return a role, without its permissions. {@code GET /api/v1/roles/{role_name}}
	 * @param name the name of the role
	 * @return the role
	 * @throws ScalekitApiException.NotFound if there is no such role
	 */
	default Role get(String name) {
		return get(name, null);
	}

	/**
	 * Return a role. {@code GET /api/v1/roles/{role_name}}
	 * @param name the name of the role
	 * @param include the permissions to return it with, or {@code null} for none
	 * @return the role
	 * @throws ScalekitApiException.NotFound if there is no such role
	 */
	@GetExchange("/roles/{name}")
	Role get(@PathVariable String name,
			@RequestParam(name = "include", required = false) @Nullable IncludedPermissions include);

	/**
	 * Create a role. {@code POST /api/v1/roles}
	 * @param role the role to be created
	 * @return the created role
	 * @throws ScalekitApiException.Conflict if there is a role of that name
	 */
	@PostExchange("/roles")
	Role create(@RequestBody CreateRole role);

	/**
	 * Change a role. {@code PUT /api/v1/roles/{role_name}}
	 * @param name the name of the role
	 * @param changes the changes; what they leave out stays as it is
	 * @return the changed role
	 * @throws ScalekitApiException.NotFound if there is no such role
	 */
	@PutExchange("/roles/{name}")
	Role update(@PathVariable String name, @RequestBody UpdateRole changes);

	/**
	 * Delete a role that no user has and no other role extends. {@code DELETE
	 * /api/v1/roles/{role_name}}
	 * @param name the name of the role
	 * @throws ScalekitApiException.NotFound if there is no such role
	 */
	default void delete(String name) {
		delete(name, null);
	}

	/**
	 * Delete a role, and give another one to the users who had it. {@code DELETE
	 * /api/v1/roles/{role_name}}
	 * @param name the name of the role
	 * @param reassignTo the name of the other role, or {@code null} for none; without
	 * one, Scalekit refuses to delete a role that a user has or another role extends
	 * @throws ScalekitApiException.NotFound if there is no such role
	 */
	@DeleteExchange("/roles/{name}")
	void delete(@PathVariable String name,
			@RequestParam(name = "reassign_role_name", required = false) @Nullable String reassignTo);

	/**
	 * Change the roles that users get who are given no other. {@code PATCH
	 * /api/v1/roles:set_defaults}
	 * @param changes the changes; what they leave out stays as it is
	 * @return the default roles as they are now
	 * @throws ScalekitApiException.NotFound if there is no such role
	 */
	@Idempotent
	@PatchExchange("/roles:set_defaults")
	DefaultRoles updateDefaults(@RequestBody UpdateDefaultRoles changes);

	/**
	 * Return the roles that extend a role. {@code GET
	 * /api/v1/roles/{role_name}/dependents}
	 * @param name the name of the role
	 * @return the roles that extend it
	 * @throws ScalekitApiException.NotFound if there is no such role
	 */
	@Enveloped("roles")
	@GetExchange("/roles/{name}/dependents")
	List<Role> listDependents(@PathVariable String name);

	/**
	 * Return the permissions that were added to a role itself. {@code GET
	 * /api/v1/roles/{role_name}/permissions}
	 * @param name the name of the role
	 * @return the permissions
	 * @throws ScalekitApiException.NotFound if there is no such role
	 */
	@Enveloped("permissions")
	@GetExchange("/roles/{name}/permissions")
	List<Permission> listPermissions(@PathVariable String name);

	/**
	 * Return the permissions that were added to a role itself, and those it inherits.
	 * {@code GET /api/v1/roles/{role_name}/permissions:all}
	 * @param name the name of the role
	 * @return the permissions
	 * @throws ScalekitApiException.NotFound if there is no such role
	 */
	@Enveloped("permissions")
	@GetExchange("/roles/{name}/permissions:all")
	List<Permission> listEffectivePermissions(@PathVariable String name);

	/**
	 * Add permissions to a role. It keeps the ones it has. {@code POST
	 * /api/v1/roles/{role_name}/permissions}
	 * @param name the name of the role
	 * @param permissionNames the names of the permissions, 1 to 100
	 * @return the permissions that Scalekit answers with; whether they are all
	 * permissions of the role is not documented
	 * @throws ScalekitApiException.NotFound if there is no such role or permission
	 */
	@Idempotent
	@Enveloped("permissions")
	@PostExchange("/roles/{name}/permissions")
	List<Permission> addPermissions(@PathVariable String name,
			@BodyMember("permission_names") String... permissionNames);

	/**
	 * Remove a permission from a role. {@code DELETE
	 * /api/v1/roles/{role_name}/permissions/{permission_name}}
	 * @param name the name of the role
	 * @param permissionName the name of the permission
	 * @throws ScalekitApiException.NotFound if there is no such role or permission
	 */
	@DeleteExchange("/roles/{name}/permissions/{permissionName}")
	void removePermission(@PathVariable String name, @PathVariable String permissionName);

	/**
	 * Return how many users have a role. {@code GET
	 * /api/v1/roles/{role_name}/users:count}
	 * @param name the name of the role
	 * @return the number of users
	 * @throws ScalekitApiException.NotFound if there is no such role
	 */
	@Enveloped("count")
	@GetExchange("/roles/{name}/users:count")
	long countUsers(@PathVariable String name);

}
