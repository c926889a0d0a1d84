package com.scalekit.spring.test.roles;

import org.jspecify.annotations.Nullable;

/**
 * Those who have roles.
 */
public interface RoleHolders {

	/**
	 * Return how many users have a role.
	 * @param name the name of the role
	 * @param organizationId the id of the organization that the role belongs to, or
	 * {@code null} if it is one of the environment
	 * @return the number of users
	 */
	long count(String name, @Nullable String organizationId);

	/**
	 * Give another role to all who have one.
	 * @param name the name of the role
	 * @param organizationId the id of the organization that the role belongs to, or
	 * {@code null} if it is one of the environment
	 * @param replacement the name of the other role
	 */
	void reassign(String name, @Nullable String organizationId, String replacement);

}
