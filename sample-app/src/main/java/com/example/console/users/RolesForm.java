package com.example.console.users;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

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
		role = orNone(role);
	}

	private static Map<String, String> orNone(@Nullable Map<String, String> role) {
		return (role != null) ? role : Map.of();
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
		Map<String, String> values = new LinkedHashMap<>();
		roles.forEach((there) -> values.put("role[%s]".formatted(there.name()), "off"));
		this.role.forEach((name, value) -> values.put("role[%s]".formatted(name), value));
		return values;
	}

	String[] names() {
		return this.role.entrySet()
			.stream()
			.filter((choice) -> choice.getValue().equals("on"))
			.map(Map.Entry::getKey)
			.toArray(String[]::new);
	}

	UpdateMembership toUpdate() {
		return UpdateMembership.none().withRoles(names());
	}

}
