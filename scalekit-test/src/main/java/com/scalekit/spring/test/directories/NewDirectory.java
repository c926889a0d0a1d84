package com.scalekit.spring.test.directories;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The details of a directory that a test adds. At first it is an empty one, which Okta
 * sends changes to with SCIM, and enabled.
 *
 * @see Directories#add(String, java.util.function.Consumer)
 */
public final class NewDirectory {

	private String name = "Directory";

	private String type = "SCIM";

	private String provider = "OKTA";

	private boolean enabled = true;

	private int numbered;

	private final Map<String, User> users = new LinkedHashMap<>();

	private final Set<String> groups = new LinkedHashSet<>();

	private final Set<String> externalGroups = new LinkedHashSet<>();

	NewDirectory() {
	}

	/**
	 * Set the name.
	 * @param name the name
	 * @return this directory
	 */
	public NewDirectory name(String name) {
		this.name = name;
		return this;
	}

	/**
	 * Set the type.
	 * @param type the type: {@code SCIM}, {@code LDAP} or {@code POLL}
	 * @return this directory
	 */
	public NewDirectory type(String type) {
		this.type = type;
		return this;
	}

	/**
	 * Set the provider.
	 * @param provider the provider, such as {@code OKTA}
	 * @return this directory
	 */
	public NewDirectory provider(String provider) {
		this.provider = provider;
		return this;
	}

	/**
	 * Leave the directory disabled.
	 * @return this directory
	 */
	public NewDirectory disabled() {
		this.enabled = false;
		return this;
	}

	/**
	 * Add a user.
	 * @param email the e-mail address
	 * @param groups the names of the groups, which are added, too
	 * @return this directory
	 */
	public NewDirectory user(String email, String... groups) {
		return person(email, "", "", groups);
	}

	/**
	 * Add a user with a name.
	 * @param email the e-mail address
	 * @param givenName the given name
	 * @param familyName the family name
	 * @param groups the names of the groups, which are added, too
	 * @return this directory
	 */
	public NewDirectory person(String email, String givenName, String familyName, String... groups) {
		this.users.put(email, new User(givenName, familyName, List.of(groups)));
		this.groups.addAll(List.of(groups));
		return this;
	}

	/**
	 * Add users that differ in their numbers: {@code user-1@example.com}, and so on.
	 * @param count the number of users
	 * @return this directory
	 */
	public NewDirectory users(int count) {
		for (int i = 0; i < count; i++) {
			this.numbered++;
			user("user-%d@example.com".formatted(this.numbered));
		}
		return this;
	}

	/**
	 * Add a group.
	 * @param displayName the name
	 * @return this directory
	 */
	public NewDirectory group(String displayName) {
		this.groups.add(displayName);
		return this;
	}

	/**
	 * Add a group that the provider has, but that is not synchronized.
	 * @param displayName the name
	 * @return this directory
	 */
	public NewDirectory externalGroup(String displayName) {
		this.externalGroups.add(displayName);
		return this;
	}

	StoredDirectory create(String id, String organizationId, Instant now) {
		return new StoredDirectory(id, organizationId, this.name, this.type, this.provider, "COMPLETED", this.enabled,
				"ALL", now);
	}

	Map<String, User> users() {
		return this.users;
	}

	Set<String> groups() {
		return this.groups;
	}

	Set<String> externalGroups() {
		return this.externalGroups;
	}

	record User(String givenName, String familyName, List<String> groups) {
	}

}
