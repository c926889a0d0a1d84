package com.scalekit.spring.test.permissions;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.PageRequest;
import com.scalekit.spring.test.server.PageRequest.Page;
import com.scalekit.spring.test.server.RequestRules;
import com.scalekit.spring.test.server.Store;

/**
 * The permissions of a {@code ScalekitServer}. There are none at first.
 */
public final class Permissions {

	private final EnvironmentState state;

	private final Store<StoredPermission> store;

	private final Store<StoredPermission>.UniqueField name;

	Permissions(EnvironmentState state) {
		this.state = state;
		this.store = new Store<>(state, "permission", StoredPermission::id);
		this.name = this.store.uniqueField("name", StoredPermission::name);
	}

	/**
	 * Add a permission. <pre class="code">
	 * server.permissions().add("invoices:read");
	 * </pre>
	 * @param name the name, 1 to 64 letters, digits, underscores and colons
	 * @return the id of the permission
	 * @throws IllegalArgumentException if the service would refuse the permission
	 */
	public String add(String name) {
		return add(name, "");
	}

	/**
	 * Add a permission with a description.
	 * @param name the name, 1 to 64 letters, digits, underscores and colons
	 * @param description what the permission allows, at most 2000 characters
	 * @return the id of the permission
	 * @throws IllegalArgumentException if the service would refuse the permission
	 */
	public String add(String name, String description) {
		try {
			RequestRules.verifyBody("CreatePermission", Map.of("name", name, "description", description));
			return create(name, description).id();
		}
		catch (ApiException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

	/**
	 * Return all permissions as they are now, in the order in which they were created.
	 * @return the permissions
	 */
	public List<StoredPermission> all() {
		return this.store.all();
	}

	/**
	 * Return a permission as it is now.
	 * @param name the name of the permission
	 * @return the permission
	 * @throws NoSuchElementException if there is no such permission
	 */
	public StoredPermission get(String name) {
		return find(name).orElseThrow(() -> new NoSuchElementException("There is no permission '%s'".formatted(name)));
	}

	/**
	 * Return a permission as it is now.
	 * @param name the name of the permission
	 * @return the permission, if there is one
	 */
	public Optional<StoredPermission> find(String name) {
		return this.name.find(name);
	}

	StoredPermission create(String name, String description) {
		synchronized (this.state) {
			StoredPermission permission = new StoredPermission(this.state.nextId("perm_"), name, description, false,
					this.state.timestamp(), this.state.timestamp());
			this.store.add(permission);
			publish("permission.created", permission);
			return permission;
		}
	}

	private void publish(String type, StoredPermission permission) {
		this.state.publish(type, null, () -> Json.select(permission, "id", "name", "description"));
	}

	StoredPermission require(String name) {
		return this.name.get(name);
	}

	Page<StoredPermission> list(PageRequest page, String type) {
		return this.store.list(page, (permission) -> switch (type) {
			case "SCALEKIT" -> permission.scalekitPermission();
			case "ENVIRONMENT" -> !permission.scalekitPermission();
			default -> true;
		});
	}

	StoredPermission update(String name, String description) {
		StoredPermission updated = this.store.update(require(name).id(), (permission) -> Json.with(permission,
				Map.of("description", description, "update_time", this.state.timestamp())));
		publish("permission.updated", updated);
		return updated;
	}

	void delete(String name) {
		StoredPermission permission = require(name);
		this.store.delete(permission.id());
		publish("permission.deleted", permission);
	}

	void clear() {
		this.store.clear();
	}

}
