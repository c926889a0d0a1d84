package com.scalekit.spring.test.roles;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The details of a role that a test adds. The rules of the API apply.
 *
 * @see Roles#add(String, java.util.function.Consumer)
 */
public final class NewRole {

	private final ObjectNode body = JsonNodeFactory.instance.objectNode();

	private List<String> permissions = List.of();

	private @Nullable String organizationId;

	NewRole(String name) {
		this.body.put("name", name).put("display_name", name);
	}

	/**
	 * Set the name that is shown to people. At first that is the name of the role.
	 * @param displayName the name, 1 to 100 characters
	 * @return this role
	 */
	public NewRole displayName(String displayName) {
		this.body.put("display_name", displayName);
		return this;
	}

	/**
	 * Set what the role is for.
	 * @param description the description, at most 2000 characters
	 * @return this role
	 */
	public NewRole description(String description) {
		this.body.put("description", description);
		return this;
	}

	/**
	 * Inherit the permissions of another role.
	 * @param name the name of the other role
	 * @return this role
	 */
	public NewRole extending(String name) {
		this.body.put("extends", name);
		return this;
	}

	/**
	 * Set the permissions of the role. Those that are not there are added.
	 * @param names the names of the permissions
	 * @return this role
	 */
	public NewRole permissions(String... names) {
		this.permissions = List.of(names);
		this.permissions.forEach(this.body.putArray("permissions")::add);
		return this;
	}

	/**
	 * Make this a role of an organization instead of the environment.
	 * @param organizationId the id of the organization
	 * @return this role
	 */
	public NewRole ofOrganization(String organizationId) {
		this.organizationId = organizationId;
		return this;
	}

	ObjectNode toBody() {
		return this.body;
	}

	List<String> permissionNames() {
		return this.permissions;
	}

	@Nullable String organizationId() {
		return this.organizationId;
	}

}
