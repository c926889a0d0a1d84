package com.example.console.roles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.example.console.forms.Choices;
import com.example.console.forms.TextField;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

import com.scalekit.spring.client.permissions.Permission;
import com.scalekit.spring.client.roles.CreateOrganizationRole;
import com.scalekit.spring.client.roles.CreateRole;
import com.scalekit.spring.client.roles.Role;
import com.scalekit.spring.client.roles.RolePermission;
import com.scalekit.spring.client.roles.UpdateRole;

/**
 * What is typed into the form of a role.
 *
 * @param name the name that access tokens have, which never changes
 * @param title the name shown to people
 * @param description what the role is for
 * @param baseRole the name of the role that it extends, empty for none
 * @param permission {@code on} for each permission of its own, by its name
 */
record RoleForm(String name, String title, String description, String baseRole, Map<String, String> permission) {

	RoleForm {
		name = TextField.valueOf(name);
		title = TextField.valueOf(title);
		description = TextField.valueOf(description);
		baseRole = TextField.valueOf(baseRole);
		permission = Choices.orNone(permission);
	}

	static RoleForm of(Role role) {
		return new RoleForm(role.name(), role.displayName(), role.description(), TextField.valueOf(role.baseRole()),
				role.permissions().stream().collect(Collectors.toMap(RolePermission::name, (name) -> "on")));
	}

	void validate(BindingResult errors) {
		if (this.name.isEmpty()) {
			errors.rejectValue("name", "required", "Enter a name");
		}
		if (this.title.isEmpty()) {
			errors.rejectValue("title", "required", "Enter a display name");
		}
	}

	/**
	 * Return the values that can be changed, by name, such as
	 * {@code permission[invoices:read]}.
	 */
	Map<String, String> values(List<Permission> permissions) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("title", this.title);
		values.put("description", this.description);
		values
			.putAll(Choices.values("permission", permissions.stream().map(Permission::name).toList(), this.permission));
		return values;
	}

	CreateRole toCreate() {
		CreateRole role = CreateRole.named(this.name, this.title)
			.withDescription(this.description)
			.withPermissions(permissionNames());
		return this.baseRole.isEmpty() ? role : role.withExtends(this.baseRole);
	}

	CreateOrganizationRole toCreateOfOrganization() {
		CreateOrganizationRole role = CreateOrganizationRole.named(this.name, this.title)
			.withDescription(this.description)
			.withPermissions(permissionNames());
		return this.baseRole.isEmpty() ? role : role.withExtends(this.baseRole);
	}

	UpdateRole toUpdate(Set<String> changes) {
		UpdateRole update = UpdateRole.none();
		for (String change : changes) {
			update = switch (change) {
				case "title" -> update.withDisplayName(this.title);
				case "description" -> update.withDescription(this.description);
				default -> update.withPermissions(permissionNames());
			};
		}
		return update;
	}

	private List<String> permissionNames() {
		return Choices.chosen(this.permission).stream().sorted().toList();
	}

	static @Nullable String fieldOf(String field) {
		return switch (field.replaceFirst("^role\\.", "").replaceFirst("\\[.*", "")) {
			case "name" -> "name";
			case "display_name" -> "title";
			case "description" -> "description";
			case "extends" -> "baseRole";
			default -> null;
		};
	}

}
