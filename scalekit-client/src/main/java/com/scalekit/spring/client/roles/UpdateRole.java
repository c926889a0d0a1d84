package com.scalekit.spring.client.roles;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to change a role. What is not set is not sent and stays as it is. The name
 * cannot be changed. Instances are immutable: each {@code with} method returns a changed
 * copy.
 */
public final class UpdateRole extends JsonObject<UpdateRole> {

	private UpdateRole(Map<String, @Nullable Object> members) {
		super(UpdateRole::new, members);
	}

	/**
	 * Start with no changes.
	 * @return a request that changes nothing
	 */
	public static UpdateRole none() {
		return new UpdateRole(Map.of());
	}

	/**
	 * Change the name shown to people.
	 * @param displayName the new name, 1 to 100 characters
	 * @return a copy with the change
	 */
	public UpdateRole withDisplayName(String displayName) {
		return with("display_name", displayName);
	}

	/**
	 * Change what the role is for.
	 * @param description the new description, 1 to 2000 characters; it cannot be removed
	 * @return a copy with the change
	 */
	public UpdateRole withDescription(String description) {
		return with("description", description);
	}

	/**
	 * Inherit the permissions of another role.
	 * @param roleName the name of the role to extend
	 * @return a copy with the change
	 */
	public UpdateRole withExtends(String roleName) {
		return with("extends", roleName);
	}

	/**
	 * Replace the permissions that the role has in addition to inherited ones. Whether an
	 * empty list removes them all is not documented.
	 * @param permissionNames the names of all permissions the role is to have, at most
	 * 100
	 * @return a copy with the change
	 */
	public UpdateRole withPermissions(List<String> permissionNames) {
		return with("permissions", permissionNames);
	}

}
