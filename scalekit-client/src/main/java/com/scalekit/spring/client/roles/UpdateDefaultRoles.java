package com.scalekit.spring.client.roles;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to change the default roles of an environment. What is not set is not sent and
 * stays as it is. Instances are immutable: each {@code with} method returns a changed
 * copy.
 */
public final class UpdateDefaultRoles extends JsonObject<UpdateDefaultRoles> {

	private UpdateDefaultRoles(Map<String, @Nullable Object> members) {
		super(UpdateDefaultRoles::new, members);
	}

	/**
	 * Start with no changes.
	 * @return a request that changes nothing
	 */
	public static UpdateDefaultRoles none() {
		return new UpdateDefaultRoles(Map.of());
	}

	/**
	 * Change the role that the creator of an organization gets.
	 * @param roleName the name of the role
	 * @return a copy with the change
	 */
	public UpdateDefaultRoles withCreatorRole(String roleName) {
		return with("default_creator_role", roleName);
	}

	/**
	 * Change the role that a member of an organization gets.
	 * @param roleName the name of the role
	 * @return a copy with the change
	 */
	public UpdateDefaultRoles withMemberRole(String roleName) {
		return with("default_member_role", roleName);
	}

}
