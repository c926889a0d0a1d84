package com.scalekit.spring.client.users;

/**
 * A role that a user has in an organization.
 *
 * @param id the identifier of the role, starting with {@code role_}
 * @param name the name, by which operations and access tokens refer to the role
 * @param displayName the name shown to people
 */
public record RoleReference(String id, String name, String displayName) {

}
