package com.scalekit.spring.client.roles;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Enveloped;

/**
 * A role: a set of permissions that users may have in an organization.
 *
 * @param id the identifier, starting with {@code role_}
 * @param name the name, by which operations and access tokens refer to the role
 * @param displayName the name shown to people
 * @param description what the role is for
 * @param baseRole the name of the role that this one extends, inheriting its permissions;
 * {@code extends} in Scalekit's JSON
 * @param orgRole whether the role is one of a single organization, and not one of the
 * environment
 * @param defaultCreator whether the creator of an organization gets the role by default
 * @param defaultMember whether a member of an organization gets the role by default
 * @param dependentRolesCount how many roles extend this one
 * @param permissions the permissions, empty unless they were asked for
 */
@Enveloped("role")
public record Role(String id, String name, String displayName, String description,
		@JsonProperty("extends") @Nullable String baseRole, @JsonProperty("is_org_role") boolean orgRole,
		boolean defaultCreator, boolean defaultMember, int dependentRolesCount, List<RolePermission> permissions) {

}
