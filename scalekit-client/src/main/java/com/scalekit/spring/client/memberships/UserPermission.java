package com.scalekit.spring.client.memberships;

/**
 * A permission that a user has in an organization.
 *
 * @param id the identifier of the permission, starting with {@code perm_}
 * @param name the name, by which operations and access tokens refer to the permission
 * @param description what the permission allows
 */
public record UserPermission(String id, String name, String description) {

}
