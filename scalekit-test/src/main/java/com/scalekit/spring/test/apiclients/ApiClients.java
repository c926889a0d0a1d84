package com.scalekit.spring.test.apiclients;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.scalekit.spring.test.apiclients.StoredApiClient.Secret;
import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.RequestRules;
import com.scalekit.spring.test.server.Store;

/**
 * The API clients of the organizations of a {@code ScalekitServer}. The server keeps no
 * values of secrets, and issues no tokens to these clients.
 */
public final class ApiClients {

	private final EnvironmentState state;

	private final Store<StoredApiClient> store;

	private final Store<StoredApiClient>.Index organization;

	ApiClients(EnvironmentState state) {
		this.state = state;
		this.store = new Store<>(state, "client", StoredApiClient::clientId);
		this.organization = this.store.index(StoredApiClient::organizationId);
		state.onDelete("organization", this.organization::deleteAll);
	}

	/**
	 * Add a client without secrets. <pre class="code">
	 * String clientId = server.apiClients().add(organizationId, "Deployment");
	 * </pre>
	 * @param organizationId the id of the organization
	 * @param name the name, at most 128 characters
	 * @return the client id
	 * @throws IllegalArgumentException if the service would refuse the client
	 */
	public String add(String organizationId, String name) {
		try {
			RequestRules.verifyBody("CreateOrganizationClient", Map.of("name", name));
			return create(organizationId, (client) -> Json.with(client, Map.of("name", name))).clientId();
		}
		catch (ApiException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

	/**
	 * Return the clients of an organization as they are now.
	 * @param organizationId the id of the organization
	 * @return the clients, in the order in which they were created
	 */
	public List<StoredApiClient> all(String organizationId) {
		return this.organization.all(organizationId);
	}

	/**
	 * Return a client as it is now.
	 * @param clientId the client id
	 * @return the client
	 * @throws NoSuchElementException if there is no such client
	 */
	public StoredApiClient get(String clientId) {
		return find(clientId)
			.orElseThrow(() -> new NoSuchElementException("There is no client '%s'".formatted(clientId)));
	}

	/**
	 * Return a client as it is now.
	 * @param clientId the client id
	 * @return the client, if there is one
	 */
	public Optional<StoredApiClient> find(String clientId) {
		return this.store.find(clientId);
	}

	StoredApiClient create(String organizationId, UnaryOperator<StoredApiClient> details) {
		synchronized (this.state) {
			this.state.require("organization", organizationId);
			Instant now = this.state.timestamp();
			StoredApiClient client = details.apply(new StoredApiClient(this.state.nextId("m2morg_"), organizationId, "",
					"", List.of(), List.of(), List.of(), 0, List.of(), now, now));
			this.store.add(client);
			return client;
		}
	}

	Store<StoredApiClient>.Index byOrganization() {
		return this.organization;
	}

	Secret newSecret(String value) {
		Instant now = this.state.timestamp();
		return new Secret(this.state.nextId("sec_"), "ACTIVE", value.substring(value.length() - 4), now, now);
	}

	StoredApiClient update(String organizationId, String clientId, UnaryOperator<StoredApiClient> change) {
		return this.store.update(this.organization.get(organizationId, clientId).clientId(),
				(client) -> Json.with(change.apply(client), Map.of("update_time", this.state.timestamp())));
	}

	void delete(String organizationId, String clientId) {
		this.store.delete(this.organization.get(organizationId, clientId).clientId());
	}

	void clear() {
		this.store.clear();
	}

}
