package com.scalekit.spring.client.roles;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A permission that a role consists of.
 *
 * @param id the identifier, starting with {@code perm_}
 * @param name the name, by which operations and access tokens refer to the permission
 * @param description what the permission allows
 * @param roleName the name of the role that has the permission
 * @param createTime when the permission was created
 * @param updateTime when it was last changed
 */
public record RolePermission(String id, String name, String description, String roleName, @Nullable Instant createTime,
		@Nullable Instant updateTime) {

}
