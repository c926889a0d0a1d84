package com.scalekit.spring.test.directories;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
			directory.groups().forEach((group) -> addGroup(created.id(), group, false));
			directory.externalGroups().forEach((group) -> addGroup(created.id(), group, true));
			directory.users().forEach((email, groups) -> addUser(created.id(), email, groups));
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
			String id = addUser(directoryId, email, List.of(groups));
			this.store.update(directoryId,
					(directory) -> Json.with(directory, Map.of("last_synced_at", this.state.timestamp())));
			return id;
		}
	}

	private String addUser(String directoryId, String email, List<String> groups) {
		String id = this.state.nextId("diruser_");
		this.users.add(new StoredDirectoryUser(id, directoryId, email, groups, this.state.timestamp()));
		return id;
	}

	private void addGroup(String directoryId, String name, boolean external) {
		this.groups.add(new StoredDirectoryGroup(this.state.nextId("dirgroup_"), directoryId, name, external,
				this.state.timestamp()));
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
