package com.example.console.environment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

/**
 * Some organizations with all that they may have, and their people.
 *
 * @param permissions the permissions, with their descriptions
 * @param roles the roles of all organizations
 * @param companies the organizations
 * @param people the people, those to sign in as first
 */
record World(Map<String, String> permissions, List<RoleEntry> roles, List<Company> companies, List<Person> people) {

	static World read() {
		try (InputStream world = new ClassPathResource("environment/world.json").getInputStream()) {
			return JsonMapper.shared().readValue(world, World.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	record RoleEntry(String name, String displayName, String description, String[] permissions) {
	}

	record Company(String name, Map<String, String> domains, List<ConnectionEntry> connections, List<String> apiClients,
			List<RoleEntry> roles, @Nullable DirectoryEntry directory) {
	}

	record ConnectionEntry(String provider, String type, String state) {
	}

	record DirectoryEntry(String provider, Map<String, String[]> users) {
	}

	record Person(String email, String givenName, String familyName, int daysAgo, Map<String, String[]> memberOf,
			Map<String, String[]> invitedTo) {
	}

}
