package com.scalekit.spring.test.roles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.permissions.Permissions;
import com.scalekit.spring.test.permissions.StoredPermission;
import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.RequestRules;
import com.scalekit.spring.test.server.Store;

/**
 * The roles of a {@code ScalekitServer}. At first these are {@code admin}, the default
 * role of who creates an organization, and {@code member}, that of all others.
 */
public final class Roles {

	private final EnvironmentState state;

	private final Permissions permissions;

	private final Store<StoredRole> store;

	private final Store<StoredRole>.UniqueField name;

	private final Store<StoredRole>.Index organization;

	private final Map<String, String> defaultMembers = new HashMap<>();

	private String defaultCreator = "";

	private @Nullable RoleHolders holders;

	Roles(EnvironmentState state, Permissions permissions) {
		this.state = state;
		this.permissions = permissions;
		this.store = new Store<>(state, "role", StoredRole::id);
		this.name = this.store.uniqueField("name", (role) -> key(role.organizationId(), role.name()));
		this.organization = this.store.index((role) -> owner(role.organizationId()));
		state.onDelete("permission", (id) -> forgetDeletedPermissions());
		state.onDelete("organization", (id) -> {
			this.organization.deleteAll(id);
			this.defaultMembers.remove(id);
		});
		clear();
	}

	private static String key(@Nullable String organizationId, String name) {
		return owner(organizationId) + "/" + name;
	}

	private static String owner(@Nullable String organizationId) {
		return (organizationId != null) ? organizationId : "";
	}

	/**
	 * Set who has roles.
	 * @param holders those who have roles
	 */
	public void heldBy(RoleHolders holders) {
		this.holders = holders;
	}

	private RoleHolders holders() {
		if (this.holders == null) {
			throw new IllegalStateException("Nobody can have roles");
		}
		return this.holders;
	}

	/**
	 * Add a role. <pre class="code">
	 * server.roles().add("editor");
	 * </pre>
	 * @param name the name, 1 to 64 letters, digits and underscores
	 * @return the id of the role
	 * @throws IllegalArgumentException if the service would refuse the role
	 */
	public String add(String name) {
		return add(name, (role) -> {
		});
	}

	/**
	 * Add a role with all that it may have. <pre class="code">
	 * server.roles().add("editor", (role) -> role.permissions("invoices:write").extending("member"));
	 * </pre>
	 * @param name the name, 1 to 64 letters, digits and underscores
	 * @param details sets the details
	 * @return the id of the role
	 * @throws IllegalArgumentException if the service would refuse the role
	 */
	public String add(String name, Consumer<NewRole> details) {
		NewRole role = new NewRole(name);
		details.accept(role);
		synchronized (this.state) {
			try {
				RequestRules.verifyBody("CreateRole", role.toBody());
				role.permissionNames()
					.stream()
					.filter((permission) -> this.permissions.find(permission).isEmpty())
					.forEach(this.permissions::add);
				return create(role.organizationId(), role.toBody()).id();
			}
			catch (ApiException ex) {
				throw new IllegalArgumentException(ex.getMessage(), ex);
			}
		}
	}

	/**
	 * Return all roles of the environment and of organizations as they are now, in the
	 * order in which they were created.
	 * @return the roles
	 */
	public List<StoredRole> all() {
		return this.store.all();
	}

	/**
	 * Return a role of the environment as it is now.
	 * @param name the name of the role
	 * @return the role
	 * @throws NoSuchElementException if there is no such role
	 */
	public StoredRole get(String name) {
		return this.name.find(key(null, name))
			.orElseThrow(() -> new NoSuchElementException("There is no role '%s'".formatted(name)));
	}

	/**
	 * Return a role that users of an organization may have, as it is now: one of the
	 * organization or of the environment.
	 * @param organizationId the id of the organization, or {@code null} for roles of the
	 * environment only
	 * @param name the name of the role
	 * @return the role, if there is one
	 */
	public Optional<StoredRole> find(@Nullable String organizationId, String name) {
		synchronized (this.state) {
			return this.name.find(key(organizationId, name)).or(() -> this.name.find(key(null, name)));
		}
	}

	/**
	 * Return the name of the role of those members who are given no other.
	 * @param organizationId the id of the organization, or {@code null} for the role
	 * unless an organization has another one
	 * @return the name
	 */
	public String defaultMember(@Nullable String organizationId) {
		synchronized (this.state) {
			return this.defaultMembers.getOrDefault(owner(organizationId), this.defaultMembers.getOrDefault("", ""));
		}
	}

	String defaultCreator() {
		return this.defaultCreator;
	}

	/**
	 * Return a role and those that it extends.
	 * @param role the role
	 * @return the role, the one that it extends, the one that that one extends, and so on
	 */
	public List<StoredRole> lineage(StoredRole role) {
		synchronized (this.state) {
			List<StoredRole> lineage = new ArrayList<>();
			Optional<StoredRole> next = Optional.of(role);
			while (next.isPresent() && !lineage.contains(next.get())) {
				StoredRole current = next.get();
				lineage.add(current);
				next = Optional.ofNullable(current.baseRole()).flatMap((base) -> find(current.organizationId(), base));
			}
			return lineage;
		}
	}

	/**
	 * Return the permissions of a role with those that it inherits.
	 * @param role the role
	 * @return the permissions, each with the role that has it
	 */
	public Map<StoredPermission, StoredRole> effectivePermissions(StoredRole role) {
		Map<StoredPermission, StoredRole> effective = new LinkedHashMap<>();
		lineage(role)
			.forEach((ancestor) -> permissions(ancestor).forEach((name) -> effective.putIfAbsent(name, ancestor)));
		return effective;
	}

	List<StoredPermission> permissions(StoredRole role) {
		return role.permissions().stream().map(this.permissions::get).toList();
	}

	List<StoredRole> list(@Nullable String organizationId) {
		List<StoredRole> roles = new ArrayList<>(this.organization.all(""));
		if (organizationId != null) {
			this.state.require("organization", organizationId);
			roles.addAll(this.organization.all(organizationId));
		}
		return roles;
	}

	List<StoredRole> dependents(StoredRole role) {
		return this.store.all()
			.stream()
			.filter((other) -> role.name().equals(other.baseRole())
					&& find(other.organizationId(), role.name()).equals(Optional.of(role)))
			.toList();
	}

	long countUsers(StoredRole role) {
		return holders().count(role.name(), role.organizationId());
	}

	StoredRole create(@Nullable String organizationId, ObjectNode body) {
		StoredRole role = insert(organizationId, body);
		publish("role.created", role);
		return role;
	}

	private void publish(String type, StoredRole role) {
		this.state.publish(type, null, () -> Json.select(role, "id", "name", "display_name", "description", "extends"));
	}

	private StoredRole insert(@Nullable String organizationId, ObjectNode body) {
		if (organizationId != null) {
			this.state.require("organization", organizationId);
		}
		StoredRole role = verified(Json
			.merge(new StoredRole(this.state.nextId("role_"), "", "", "", null, organizationId, List.of()), body));
		if (find(null, role.name()).isPresent()) {
			throw ApiException.alreadyExists("role with this name already exists");
		}
		this.store.add(role);
		return role;
	}

	/**
	 * Return a role that can be used in an organization, or of the environment.
	 */
	StoredRole require(@Nullable String organizationId, String name) {
		if (organizationId != null) {
			this.state.require("organization", organizationId);
		}
		return find(organizationId, name).orElseThrow(() -> ApiException.resourceNotFound("role not found"));
	}

	/**
	 * Return a role that can be changed in an organization, or of the environment.
	 */
	StoredRole requireOwn(@Nullable String organizationId, String name) {
		if (organizationId != null) {
			this.state.require("organization", organizationId);
		}
		return this.name.get(key(organizationId, name));
	}

	StoredRole update(StoredRole role, UnaryOperator<StoredRole> change) {
		StoredRole updated = this.store.update(role.id(), (current) -> verified(change.apply(current)));
		publish("role.updated", updated);
		return updated;
	}

	private StoredRole verified(StoredRole role) {
		role.permissions()
			.forEach((permission) -> this.permissions.find(permission)
				.orElseThrow(() -> ApiException.resourceNotFound("permission not found")));
		if (role.baseRole() != null) {
			StoredRole base = require(role.organizationId(), role.baseRole());
			if (lineage(base).stream().map(StoredRole::id).anyMatch(role.id()::equals)) {
				throw ApiException.invalidArgument("a role cannot extend itself");
			}
		}
		return withPermissions(role, new LinkedHashSet<>(role.permissions()));
	}

	private static StoredRole withPermissions(StoredRole role, Set<String> permissions) {
		return Json.with(role, Map.of("permissions", List.copyOf(permissions)));
	}

	StoredRole addPermissions(StoredRole role, List<String> names) {
		return update(role, (current) -> {
			Set<String> permissions = new LinkedHashSet<>(current.permissions());
			permissions.addAll(names);
			return withPermissions(current, permissions);
		});
	}

	void removePermission(StoredRole role, String name) {
		if (!role.permissions().contains(name)) {
			throw ApiException.resourceNotFound("permission not found");
		}
		update(role, (current) -> without(current, name));
	}

	private static StoredRole without(StoredRole role, String permission) {
		Set<String> permissions = new LinkedHashSet<>(role.permissions());
		permissions.remove(permission);
		return withPermissions(role, permissions);
	}

	private void forgetDeletedPermissions() {
		for (StoredRole role : this.store.all()) {
			role.permissions()
				.stream()
				.filter((permission) -> this.permissions.find(permission).isEmpty())
				.forEach((permission) -> this.store.update(role.id(), (current) -> without(current, permission)));
		}
	}

	/**
	 * Delete a role. Without a replacement, it must not be needed: nobody has it, no
	 * other role extends it, and it is no default.
	 */
	void delete(StoredRole role, String replacement) {
		List<StoredRole> dependents = dependents(role);
		if (replacement.isEmpty()) {
			if (!dependents.isEmpty() || countUsers(role) > 0 || isDefault(role)) {
				throw ApiException.failedPrecondition("the role is in use: name a role that replaces it");
			}
		}
		else {
			replace(role, dependents, require(role.organizationId(), replacement));
		}
		this.store.delete(role.id());
		publish("role.deleted", role);
	}

	private void replace(StoredRole role, List<StoredRole> dependents, StoredRole replacement) {
		if (replacement.equals(role)) {
			throw ApiException.invalidArgument("a role cannot replace itself");
		}
		boolean circular = lineage(replacement).contains(role);
		for (StoredRole dependent : dependents) {
			Map<String, @Nullable String> base = new HashMap<>();
			base.put("extends", (circular) ? role.baseRole() : replacement.name());
			publish("role.updated", this.store.update(dependent.id(), (current) -> Json.with(current, base)));
		}
		holders().reassign(role.name(), role.organizationId(), replacement.name());
		if (isDefault(role)) {
			this.defaultMembers.replaceAll(
					(owner, name) -> (name.equals(role.name()) && owns(role, owner)) ? replacement.name() : name);
			this.defaultCreator = (this.defaultCreator.equals(role.name())) ? replacement.name() : this.defaultCreator;
		}
	}

	private boolean isDefault(StoredRole role) {
		return (role.organizationId() == null && this.defaultCreator.equals(role.name()))
				|| this.defaultMembers.entrySet()
					.stream()
					.anyMatch((entry) -> entry.getValue().equals(role.name()) && owns(role, entry.getKey()));
	}

	private static boolean owns(StoredRole role, String owner) {
		return role.organizationId() == null || role.organizationId().equals(owner);
	}

	void setDefaultCreator(StoredRole role) {
		this.defaultCreator = role.name();
	}

	void setDefaultMember(@Nullable String organizationId, StoredRole role) {
		this.defaultMembers.put(owner(organizationId), role.name());
	}

	void clear() {
		synchronized (this.state) {
			this.store.clear();
			this.defaultMembers.clear();
			this.defaultCreator = createDefault("admin", "Admin");
			this.defaultMembers.put("", createDefault("member", "Member"));
		}
	}

	private String createDefault(String name, String displayName) {
		ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", name).put("display_name", displayName);
		return insert(null, body).name();
	}

}
