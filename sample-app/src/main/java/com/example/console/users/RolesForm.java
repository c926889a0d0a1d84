package com.example.console.users;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.example.console.forms.Choices;

import com.scalekit.spring.client.roles.Role;
import com.scalekit.spring.client.users.OrganizationMembership;
import com.scalekit.spring.client.users.UpdateMembership;

/**
 * The roles that are chosen for a member.
 *
 * @param role {@code on} for each role that the member is to have, by its name
 */
record RolesForm(Map<String, String> role) {

	RolesForm {
		role = Choices.orNone(role);
	}

	static RolesForm of(OrganizationMembership membership) {
		Map<String, String> role = new LinkedHashMap<>();
		membership.roles().forEach((given) -> role.put(given.name(), "on"));
		return new RolesForm(role);
	}

	/**
	 * Return the values by name, such as {@code role[admin]}.
	 * @param roles the roles that there are
	 */
	Map<String, String> values(List<Role> roles) {
		return Choices.values("role", roles.stream().map(Role::name).toList(), this.role);
	}

	String[] names() {
		return Choices.chosen(this.role).toArray(String[]::new);
	}

	UpdateMembership toUpdate() {
		return UpdateMembership.none().withRoles(names());
	}

}
