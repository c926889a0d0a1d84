package com.scalekit.spring.client.roles;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to create a role of an organization. Instances are immutable: each {@code with}
 * method returns a changed copy.
 */
public final class CreateOrganizationRole extends JsonObject<CreateOrganizationRole> {

	private CreateOrganizationRole(Map<String, @Nullable Object> members) {
		super(CreateOrganizationRole::new, members);
	}

	/**
	 * Start with the names.
	 * @param name the name, by which operations and access tokens refer to the role, 1 to
	 * 64 letters, digits and underscores; it cannot be changed later
	 * @param displayName the name shown to people, 1 to 100 characters
	 * @return a request with the names
	 * @throws IllegalArgumentException if one of the names is empty
	 */
	public static CreateOrganizationRole named(String name, String displayName) {
		Assert.hasText(name, "'name' must not be empty");
		Assert.hasText(displayName, "'display_name' must not be empty");
		return new CreateOrganizationRole(Map.of()).with("name", name).with("display_name", displayName);
	}

	/**
	 * Set what the role is for.
	 * @param description the description, at most 2000 characters
	 * @return a copy with the description
	 */
	public CreateOrganizationRole withDescription(String description) {
		return with("description", description);
	}

	/**
	 * Inherit the permissions of another role.
	 * @param roleName the name of the role to extend
	 * @return a copy with the other role
	 */
	public CreateOrganizationRole withExtends(String roleName) {
		return with("extends", roleName);
	}

	/**
	 * Set the permissions that the role has in addition to inherited ones.
	 * @param permissionNames the names of the permissions, at most 100
	 * @return a copy with the permissions
	 */
	public CreateOrganizationRole withPermissions(List<String> permissionNames) {
		return with("permissions", permissionNames);
	}

}
