package com.scalekit.spring.client.users;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.springframework.util.Assert;

/**
 * Spells the roles of a membership as Scalekit reads them.
 */
final class RoleNames {

	private RoleNames() {
	}

	/**
	 * Return references to roles.
	 * @param names the names of the roles
	 * @return an object with the name of each role
	 * @throws IllegalArgumentException if a name is empty
	 */
	static List<Map<String, String>> references(String... names) {
		Assert.notNull(names, "'roles' must not be null");
		return Arrays.stream(names).map(RoleNames::reference).toList();
	}

	private static Map<String, String> reference(String name) {
		Assert.hasText(name, "'name' of a role must not be empty");
		return Map.of("name", name);
	}

}
