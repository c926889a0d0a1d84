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

/**
 * The roles of organizations, which each of them may have in addition to those of the
 * environment. {@link ReactiveOrganizationRolesClient} is the reactive twin; use that one
 * on event-loop threads.
 * <p>
 * Every method may throw a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token. An identifier that cannot
 * be part of a path is refused with an {@link IllegalArgumentException}.
 */
@HttpExchange(url = "/api/v1")
public interface OrganizationRolesClient {

	/**
	 * Return all roles of the environment and of an organization, without their
	 * permissions. {@code GET /api/v1/organizations/{org_id}/roles}
	 * @param organizationId the identifier of the organization
	 * @return the roles
	 * @throws ScalekitApiException.NotFound if there is no such organization
	 */
	default List<Role> list(String organizationId) {
		return list(organizationId, null);
	}

	/**
	 * Return all roles of the environment and of an organization; {@link Role#orgRole()}
	 * tells them apart. {@code GET /api/v1/organizations/{org_id}/roles}
	 * @param organizationId the identifier of the organization
	 * @param include the permissions to return them with, or {@code null} for none
	 * @return the roles
	 * @throws ScalekitApiException.NotFound if there is no such organization
	 */
	@Enveloped("roles")
	@GetExchange("/organizations/{organizationId}/roles")
	List<Role> list(@PathVariable String organizationId,
			@RequestParam(name = "include", required = false) @Nullable IncludedPermissions include);

	/**
	 * Return a role, without its permissions. {@code GET
	 * /api/v1/organizations/{org_id}/roles/{role_name}}
	 * @param organizationId the identifier of the organization
	 * @param name the name of the role
	 * @return the role
	 * @throws ScalekitApiException.NotFound if there is no such role
	 */
	default Role get(String organizationId, String name) {
		return get(organizationId, name, null);
	}

	/**
	 * Return a role. {@code GET /api/v1/organizations/{org_id}/roles/{role_name}}
	 * @param organizationId the identifier of the organization
	 * @param name the name of the role
	 * @param include the permissions to return it with, or {@code null} for none
	 * @return the role
	 * @throws ScalekitApiException.NotFound if there is no such role
	 */
	@GetExchange("/organizations/{organizationId}/roles/{name}")
	Role get(@PathVariable String organizationId, @PathVariable String name,
			@RequestParam(name = "include", required = false) @Nullable IncludedPermissions include);

	/**
	 * Create a role of an organization. {@code POST /api/v1/organizations/{org_id}/roles}
	 * @param organizationId the identifier of the organization
	 * @param role the role to be created
	 * @return the created role
	 * @throws ScalekitApiException.Conflict if there is a role of that name
	 */
	@PostExchange("/organizations/{organizationId}/roles")
	Role create(@PathVariable String organizationId, @RequestBody CreateOrganizationRole role);

	/**
	 * Change a role of an organization. {@code PUT
	 * /api/v1/organizations/{org_id}/roles/{role_name}}
	 * @param organizationId the identifier of the organization
	 * @param name the name of the role
	 * @param changes the changes; what they leave out stays as it is
	 * @return the changed role
	 * @throws ScalekitApiException.NotFound if there is no such role
	 */
	@PutExchange("/organizations/{organizationId}/roles/{name}")
	Role update(@PathVariable String organizationId, @PathVariable String name, @RequestBody UpdateRole changes);

	/**
	 * Delete a role of an organization that no user has and no other role extends.
	 * {@code DELETE /api/v1/organizations/{org_id}/roles/{role_name}}
	 * @param organizationId the identifier of the organization
	 * @param name the name of the role
	 * @throws ScalekitApiException.NotFound if there is no such role
	 */
	default void delete(String organizationId, String name) {
		delete(organizationId, name, null);
	}

	/**
	 * Delete a role of an organization, and give another one to the users who had it.
	 * {@code DELETE /api/v1/organizations/{org_id}/roles/{role_name}}
	 * @param organizationId the identifier of the organization
	 * @param name the name of the role
	 * @param reassignTo the name of the other role, or {@code null} for none; without
	 * one, Scalekit refuses to delete a role that a user has or another role extends
	 * @throws ScalekitApiException.NotFound if there is no such role
	 */
	@DeleteExchange("/organizations/{organizationId}/roles/{name}")
	void delete(@PathVariable String organizationId, @PathVariable String name,
			@RequestParam(name = "reassign_role_name", required = false) @Nullable String reassignTo);

	/**
	 * Change the role that a member of an organization gets who is given no other.
	 * {@code PATCH /api/v1/organizations/{org_id}/roles:set_defaults}
	 * @param organizationId the identifier of the organization
	 * @param roleName the name of the role
	 * @return the role that is the default now
	 * @throws ScalekitApiException.NotFound if there is no such organization or role
	 */
	@Idempotent
	@Enveloped("default_member")
	@PatchExchange("/organizations/{organizationId}/roles:set_defaults")
	Role updateDefaultMember(@PathVariable String organizationId, @BodyMember("default_member_role") String roleName);

}
