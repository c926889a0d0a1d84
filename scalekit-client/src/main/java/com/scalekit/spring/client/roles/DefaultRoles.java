package com.scalekit.spring.client.roles;

import org.jspecify.annotations.Nullable;

/**
 * The roles that users get who are given no other.
 *
 * @param defaultCreator the role of the creator of an organization, if there is one
 * @param defaultMember the role of a member of an organization, if there is one
 */
public record DefaultRoles(@Nullable Role defaultCreator, @Nullable Role defaultMember) {

}
