package com.scalekit.spring.test.directories;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.PageRequest;
import com.scalekit.spring.test.server.PageRequest.Page;
import com.scalekit.spring.test.server.Store;

/**
 * The directories of a {@code ScalekitServer}. Administrators of organizations add them
 * in the admin portal, and directory providers fill them, so that the API cannot.
 */
public final class Directories {

	private final EnvironmentState state;

	private final Consumer<StoredDirectory> check;

	private final Store<StoredDirectory> store;

	private final Store<StoredDirectory>.Index organization;

	private final Store<StoredDirectoryUser> users;

	private final Store<StoredDirectoryUser>.Index directoryOfUsers;

	private final Store<StoredDirectoryGroup> groups;

	private final Store<StoredDirectoryGroup>.Index directoryOfGroups;

	Directories(EnvironmentState state, Consumer<StoredDirectory> check) {
		this.state = state;
		this.check = check;
		this.store = new Store<>(state, "directory", StoredDirectory::id);
		this.organization = this.store.index(StoredDirectory::organizationId);
		this.users = new Store<>(state, "directory user", StoredDirectoryUser::id);
		this.directoryOfUsers = this.users.index(StoredDirectoryUser::directoryId);
		this.groups = new Store<>(state, "directory group", StoredDirectoryGroup::id);
		this.directoryOfGroups = this.groups.index(StoredDirectoryGroup::directoryId);
		state.onDelete("organization", this.organization::deleteAll);
		state.onDelete("directory", this.directoryOfUsers::deleteAll);
		state.onDelete("directory", this.directoryOfGroups::deleteAll);
	}

	/**
	 * Add a directory. <pre class="code">
	 * String id = server.directories()
	 * 	.add(organizationId, (directory) -&gt; directory.provider("OKTA").user("ann@acme.com", "Admins").users(1000));
	 * </pre>
	 * @param organizationId the id of the organization
	 * @param details sets the details
	 * @return the id of the directory
	 * @throws IllegalArgumentException if there is no such organization, or the service
	 * does not know a detail
	 */
	public String add(String organizationId, Consumer<NewDirectory> details) {
		NewDirectory directory = new NewDirectory();
		details.accept(directory);
		synchronized (this.state) {
			try {
				this.state.require("organization", organizationId);
			}
			catch (ApiException ex) {
				throw new IllegalArgumentException(ex.getMessage(), ex);
			}
			StoredDirectory created = directory.create(this.state.nextId("dir_"), organizationId,
					this.state.timestamp());
			this.check.accept(created);
			this.store.add(created);
			if (created.enabled()) {
				publish("organization.directory_enabled", created);
			}
			directory.groups().forEach((group) -> addGroup(created.id(), group, false));
			directory.externalGroups().forEach((group) -> addGroup(created.id(), group, true));
			directory.users().forEach((email, user) -> addUser(created.id(), email, user));
			return created.id();
		}
	}

	/**
	 * Add a user to a directory, as the provider does when it synchronizes.
	 * @param directoryId the id of the directory
	 * @param email the e-mail address
	 * @param groups the names of groups that the directory has
	 * @return the id of the user
	 * @throws NoSuchElementException if there is no such directory
	 */
	public String addUser(String directoryId, String email, String... groups) {
		synchronized (this.state) {
			get(directoryId);
			String id = addUser(directoryId, email, new NewDirectory.User("", "", List.of(groups)));
			synchronizedNow(directoryId);
			return id;
		}
	}

	private String addUser(String directoryId, String email, NewDirectory.User details) {
		StoredDirectoryUser user = new StoredDirectoryUser(this.state.nextId("diruser_"), directoryId, email,
				details.givenName(), details.familyName(), details.groups(), this.state.timestamp());
		this.users.add(user);
		publish("organization.directory.user_created", user);
		return user.id();
	}

	/**
	 * Set the groups of a user, as the provider does when it synchronizes.
	 * @param userId the id of the user
	 * @param groups the names of groups that the directory has
	 * @throws NoSuchElementException if there is no such user
	 */
	public void moveUser(String userId, String... groups) {
		synchronized (this.state) {
			StoredDirectoryUser user = found(this.users.find(userId), "user", userId);
			publish("organization.directory.user_updated", this.users.update(userId, (current) -> Json.with(current,
					Map.of("groups", List.of(groups), "updated_at", this.state.timestamp()))));
			synchronizedNow(user.directoryId());
		}
	}

	/**
	 * Remove a user from its directory, as the provider does when it synchronizes.
	 * @param userId the id of the user
	 * @throws NoSuchElementException if there is no such user
	 */
	public void removeUser(String userId) {
		synchronized (this.state) {
			StoredDirectoryUser user = found(this.users.find(userId), "user", userId);
			this.users.delete(userId);
			publish("organization.directory.user_deleted", user);
			synchronizedNow(user.directoryId());
		}
	}

	/**
	 * Add a group to a directory, as the provider does when it synchronizes.
	 * @param directoryId the id of the directory
	 * @param name the name of the group
	 * @return the id of the group
	 * @throws NoSuchElementException if there is no such directory
	 */
	public String addGroup(String directoryId, String name) {
		synchronized (this.state) {
			get(directoryId);
			String id = addGroup(directoryId, name, false);
			synchronizedNow(directoryId);
			return id;
		}
	}

	private String addGroup(String directoryId, String name, boolean external) {
		StoredDirectoryGroup group = new StoredDirectoryGroup(this.state.nextId("dirgroup_"), directoryId, name,
				external, this.state.timestamp());
		this.groups.add(group);
		publish("organization.directory.group_created", group);
		return group.id();
	}

	/**
	 * Rename a group, as the provider does when it synchronizes. Its users are still in
	 * it.
	 * @param groupId the id of the group
	 * @param name the new name
	 * @throws NoSuchElementException if there is no such group
	 */
	public void renameGroup(String groupId, String name) {
		synchronized (this.state) {
			StoredDirectoryGroup group = found(this.groups.find(groupId), "group", groupId);
			for (StoredDirectoryUser user : this.directoryOfUsers.all(group.directoryId())) {
				this.users.update(user.id(),
						(current) -> Json.with(current,
								Map.of("groups",
										current.groups()
											.stream()
											.map((other) -> (other.equals(group.displayName())) ? name : other)
											.toList())));
			}
			publish("organization.directory.group_updated", this.groups.update(groupId, (current) -> Json.with(current,
					Map.of("display_name", name, "updated_at", this.state.timestamp()))));
			synchronizedNow(group.directoryId());
		}
	}

	/**
	 * Remove a group from its directory, as the provider does when it synchronizes.
	 * @param groupId the id of the group
	 * @throws NoSuchElementException if there is no such group
	 */
	public void removeGroup(String groupId) {
		synchronized (this.state) {
			StoredDirectoryGroup group = found(this.groups.find(groupId), "group", groupId);
			this.groups.delete(groupId);
			publish("organization.directory.group_deleted", group);
			synchronizedNow(group.directoryId());
		}
	}

	private void synchronizedNow(String directoryId) {
		this.store.update(directoryId,
				(directory) -> Json.with(directory, Map.of("last_synced_at", this.state.timestamp())));
	}

	private static <T> T found(Optional<T> resource, String kind, String id) {
		return resource
			.orElseThrow(() -> new NoSuchElementException("There is no directory %s '%s'".formatted(kind, id)));
	}

	private void publish(String type, StoredDirectory directory) {
		this.state.publish(type, directory.organizationId(),
				() -> Json.select(directory, "id", "organization_id", "directory_type", "enabled")
					.put("provider", directory.directoryProvider())
					.put("updated_at", this.state.timestamp().toString()));
	}

	private void publish(String type, StoredDirectoryUser user) {
		String organizationId = get(user.directoryId()).organizationId();
		this.state.publish(type, organizationId, () -> {
			ObjectNode data = Json.select(user, "id", "email")
				.put("organization_id", organizationId)
				.put("active", true)
				.put("preferred_username", user.email());
			ArrayNode groups = data.putArray("groups");
			this.directoryOfGroups.all(user.directoryId())
				.stream()
				.filter((group) -> !group.external() && user.groups().contains(group.displayName()))
				.forEach((group) -> groups.addObject().put("id", group.id()).put("name", group.displayName()));
			return data;
		});
	}

	/**
	 * Groups that are not synchronized are not announced.
	 */
	private void publish(String type, StoredDirectoryGroup group) {
		if (!group.external()) {
			String organizationId = get(group.directoryId()).organizationId();
			this.state.publish(type, organizationId, () -> Json.select(group, "id", "directory_id", "display_name")
				.put("organization_id", organizationId));
		}
	}

	/**
	 * Return the directories of an organization as they are now.
	 * @param organizationId the id of the organization
	 * @return the directories, in the order in which they were added
	 */
	public List<StoredDirectory> all(String organizationId) {
		return this.organization.all(organizationId);
	}

	/**
	 * Return a directory as it is now.
	 * @param id the id of the directory
	 * @return the directory
	 * @throws NoSuchElementException if there is no such directory
	 */
	public StoredDirectory get(String id) {
		return this.store.find(id)
			.orElseThrow(() -> new NoSuchElementException("There is no directory '%s'".formatted(id)));
	}

	/**
	 * Return the users of a directory as they are now.
	 * @param directoryId the id of the directory
	 * @return the users, in the order in which they were added
	 */
	public List<StoredDirectoryUser> users(String directoryId) {
		return this.directoryOfUsers.all(directoryId);
	}

	/**
	 * Return the groups of a directory as they are now.
	 * @param directoryId the id of the directory
	 * @return the groups, in the order in which they were added
	 */
	public List<StoredDirectoryGroup> groups(String directoryId) {
		return this.directoryOfGroups.all(directoryId);
	}

	StoredDirectory require(String organizationId, String id) {
		return this.organization.get(organizationId, id);
	}

	void replace(StoredDirectory directory) {
		this.store.update(directory.id(), (current) -> directory);
		publish((directory.enabled()) ? "organization.directory_enabled" : "organization.directory_disabled",
				directory);
	}

	Page<StoredDirectoryUser> users(String directoryId, PageRequest page, Predicate<StoredDirectoryUser> condition) {
		return this.directoryOfUsers.list(directoryId, page, condition);
	}

	Page<StoredDirectoryGroup> groups(String directoryId, PageRequest page, Predicate<StoredDirectoryGroup> condition) {
		return this.directoryOfGroups.list(directoryId, page, condition);
	}

	void clear() {
		this.store.clear();
		this.users.clear();
		this.groups.clear();
	}

}
