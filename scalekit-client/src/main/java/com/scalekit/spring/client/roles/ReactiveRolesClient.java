package com.scalekit.spring.client.roles;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

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
 * The roles of an environment, which all of its organizations share, for reactive code.
 * Nothing is sent before a returned publisher is subscribed to; each subscription is a
 * call of its own. {@link RolesClient} is the blocking twin.
 * <p>
 * Every method may signal a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token. An identifier that cannot
 * be part of a path is refused with an {@link IllegalArgumentException} when the method
 * is called.
 */
@HttpExchange(url = "/api/v1")
public interface ReactiveRolesClient {

	/**
	 * Return all roles, without their permissions. {@code GET /api/v1/roles}
	 * @return the roles
	 */
	default Mono<List<Role>> list() {
		return list(null);
	}

	/**
	 * Return all roles. {@code GET /api/v1/roles}
	 * @param include the permissions to return them with, or {@code null} for none
	 * @return the roles
	 */
	@Enveloped("roles")
	@GetExchange("/roles")
	Mono<List<Role>> list(@RequestParam(name = "include", required = false) @Nullable IncludedPermissions include);

	/**
	 * Return a role, without its permissions. {@code GET /api/v1/roles/{role_name}}
	 * @param name the name of the role
	 * @return the role
	 */
	default Mono<Role> get(String name) {
		return get(name, null);
	}

	/**
	 * Return a role. {@code GET /api/v1/roles/{role_name}}
	 * @param name the name of the role
	 * @param include the permissions to return it with, or {@code null} for none
	 * @return the role
	 */
	@GetExchange("/roles/{name}")
	Mono<Role> get(@PathVariable String name,
			@RequestParam(name = "include", required = false) @Nullable IncludedPermissions include);

	/**
	 * Create a role. {@code POST /api/v1/roles}
	 * @param role the role to be created
	 * @return the created role
	 */
	@PostExchange("/roles")
	Mono<Role> create(@RequestBody CreateRole role);

	/**
	 * Change a role. {@code PUT /api/v1/roles/{role_name}}
	 * @param name the name of the role
	 * @param changes the changes; what they leave out stays as it is
	 * @return the changed role
	 */
	@PutExchange("/roles/{name}")
	Mono<Role> update(@PathVariable String name, @RequestBody UpdateRole changes);

	/**
	 * Delete a role that no user has and no other role extends. {@code DELETE
	 * /api/v1/roles/{role_name}}
	 * @param name the name of the role
	 * @return a signal that it is done
	 */
	default Mono<Void> delete(String name) {
		return delete(name, null);
	}

	/**
	 * Delete a role, and give another one to the users who had it. {@code DELETE
	 * /api/v1/roles/{role_name}}
	 * @param name the name of the role
	 * @param reassignTo the name of the other role, or {@code null} for none; without
	 * one, Scalekit refuses to delete a role that a user has or another role extends
	 * @return a signal that it is done
	 */
	@DeleteExchange("/roles/{name}")
	Mono<Void> delete(@PathVariable String name,
			@RequestParam(name = "reassign_role_name", required = false) @Nullable String reassignTo);

	/**
	 * Change the roles that users get who are given no other. {@code PATCH
	 * /api/v1/roles:set_defaults}
	 * @param changes the changes; what they leave out stays as it is
	 * @return the default roles as they are now
	 */
	@Idempotent
	@PatchExchange("/roles:set_defaults")
	Mono<DefaultRoles> updateDefaults(@RequestBody UpdateDefaultRoles changes);

	/**
	 * Return the roles that extend a role. {@code GET
	 * /api/v1/roles/{role_name}/dependents}
	 * @param name the name of the role
	 * @return the roles that extend it
	 */
	@Enveloped("roles")
	@GetExchange("/roles/{name}/dependents")
	Mono<List<Role>> listDependents(@PathVariable String name);

	/**
	 * Return the permissions that were added to a role itself. {@code GET
	 * /api/v1/roles/{role_name}/permissions}
	 * @param name the name of the role
	 * @return the permissions
	 */
	@Enveloped("permissions")
	@GetExchange("/roles/{name}/permissions")
	Mono<List<Permission>> listPermissions(@PathVariable String name);

	/**
	 * Return the permissions that were added to a role itself, and those it inherits.
	 * {@code GET /api/v1/roles/{role_name}/permissions:all}
	 * @param name the name of the role
	 * @return the permissions
	 */
	@Enveloped("permissions")
	@GetExchange("/roles/{name}/permissions:all")
	Mono<List<Permission>> listEffectivePermissions(@PathVariable String name);

	/**
	 * Add permissions to a role. It keeps the ones it has. {@code POST
	 * /api/v1/roles/{role_name}/permissions}
	 * @param name the name of the role
	 * @param permissionNames the names of the permissions, 1 to 100
	 * @return the permissions that Scalekit answers with; whether they are all
	 * permissions of the role is not documented
	 */
	@Idempotent
	@Enveloped("permissions")
	@PostExchange("/roles/{name}/permissions")
	Mono<List<Permission>> addPermissions(@PathVariable String name,
			@BodyMember("permission_names") String... permissionNames);

	/**
	 * Remove a permission from a role. {@code DELETE
	 * /api/v1/roles/{role_name}/permissions/{permission_name}}
	 * @param name the name of the role
	 * @param permissionName the name of the permission
	 * @return a signal that it is done
	 */
	@DeleteExchange("/roles/{name}/permissions/{permissionName}")
	Mono<Void> removePermission(@PathVariable String name, @PathVariable String permissionName);

	/**
	 * Return how many users have a role. {@code GET
	 * /api/v1/roles/{role_name}/users:count}
	 * @param name the name of the role
	 * @return the number of users
	 */
	@Enveloped("count")
	@GetExchange("/roles/{name}/users:count")
	Mono<Long> countUsers(@PathVariable String name);

}
