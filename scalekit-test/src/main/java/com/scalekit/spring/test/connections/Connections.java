package com.scalekit.spring.test.connections;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import com.scalekit.spring.test.domains.Domains;
import com.scalekit.spring.test.domains.StoredDomain;
import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.Store;

/**
 * The connections of a {@code ScalekitServer}. Administrators of organizations add them
 * in the admin portal, so that the API cannot.
 */
public final class Connections {

	private static final Set<String> SINGLE_SIGN_ON = Set.of("OIDC", "SAML");

	private final EnvironmentState state;

	private final Domains domains;

	private final Consumer<StoredConnection> check;

	private final Store<StoredConnection> store;

	private final Store<StoredConnection>.Index organization;

	Connections(EnvironmentState state, Domains domains, Consumer<StoredConnection> check) {
		this.state = state;
		this.domains = domains;
		this.check = check;
		this.store = new Store<>(state, "connection", StoredConnection::id);
		this.organization = this.store.index(StoredConnection::organizationId);
		state.onDelete("organization", this.organization::deleteAll);
	}

	/**
	 * Add a connection. <pre class="code">
	 * String id = server.connections()
	 * 	.add(organizationId, (connection) -&gt; connection.oidc().provider("OKTA").domain("acme.com"));
	 * </pre>
	 * @param organizationId the id of the organization
	 * @param details sets the details
	 * @return the id of the connection
	 * @throws IllegalArgumentException if there is no such organization, or the service
	 * does not know a detail
	 */
	public String add(String organizationId, Consumer<NewConnection> details) {
		NewConnection connection = new NewConnection();
		details.accept(connection);
		synchronized (this.state) {
			try {
				this.state.require("organization", organizationId);
			}
			catch (ApiException ex) {
				throw new IllegalArgumentException(ex.getMessage(), ex);
			}
			StoredConnection created = connection.create(this.state.nextId("conn_"), organizationId);
			this.check.accept(created);
			created.domains().forEach((domain) -> addDomain(organizationId, domain));
			this.store.add(created);
			publish("organization.sso_created", created);
			if (created.enabled()) {
				publish("organization.sso_enabled", created);
			}
			return created.id();
		}
	}

	/**
	 * Only connections for single sign-on are announced.
	 */
	private void publish(String type, StoredConnection connection) {
		if (SINGLE_SIGN_ON.contains(connection.type())) {
			this.state.publish(type, connection.organizationId(),
					() -> Json.select(connection, "id", "organization_id", "provider", "enabled", "status")
						.put("connection_type", connection.type()));
		}
	}

	private void addDomain(String organizationId, String name) {
		if (this.domains.all(organizationId).stream().noneMatch((domain) -> name.equalsIgnoreCase(domain.domain()))) {
			this.domains.verify(this.domains.add(organizationId, name));
		}
	}

	/**
	 * Return all connections as they are now, in the order in which they were added.
	 * @return the connections
	 */
	public List<StoredConnection> all() {
		return this.store.all();
	}

	/**
	 * Return a connection as it is now.
	 * @param id the id of the connection
	 * @return the connection, if there is one
	 */
	public Optional<StoredConnection> find(String id) {
		return this.store.find(id);
	}

	/**
	 * Return a connection as it is now.
	 * @param id the id of the connection
	 * @return the connection
	 * @throws NoSuchElementException if there is no such connection
	 */
	public StoredConnection get(String id) {
		return find(id).orElseThrow(() -> new NoSuchElementException("There is no connection '%s'".formatted(id)));
	}

	/**
	 * The domains of a connection, as far as its organization still has them.
	 */
	List<StoredDomain> domains(StoredConnection connection) {
		return this.domains.all(connection.organizationId())
			.stream()
			.filter((domain) -> connection.hasDomain(domain.domain()))
			.toList();
	}

	StoredConnection require(String organizationId, String id) {
		return this.organization.get(organizationId, id);
	}

	void replace(StoredConnection connection) {
		this.store.update(connection.id(), (current) -> connection);
		publish((connection.enabled()) ? "organization.sso_enabled" : "organization.sso_disabled", connection);
	}

	void delete(String organizationId, String id) {
		StoredConnection connection = require(organizationId, id);
		this.store.delete(id);
		publish("organization.sso_deleted", connection);
	}

	void clear() {
		this.store.clear();
	}

}
