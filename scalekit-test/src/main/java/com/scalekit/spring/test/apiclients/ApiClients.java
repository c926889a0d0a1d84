package com.scalekit.spring.test.apiclients;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.scalekit.spring.test.apiclients.StoredApiClient.Secret;
import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.RandomStrings;
import com.scalekit.spring.test.server.RequestRules;
import com.scalekit.spring.test.server.Store;

/**
 * The API clients of the organizations of a {@code ScalekitServer}. Clients with a secret
 * get access tokens, which are for the application under test and not for the REST API.
 */
public final class ApiClients {

	private final EnvironmentState state;

	private final Store<StoredApiClient> store;

	private final Store<StoredApiClient>.Index organization;

	private final Map<String, String> secretIds = new HashMap<>();

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

	/**
	 * Add a secret to a client, which can have several. <pre class="code">
	 * String secret = server.apiClients().addSecret(clientId);
	 * </pre>
	 * @param clientId the client id
	 * @return the secret
	 * @throws NoSuchElementException if there is no such client
	 */
	public String addSecret(String clientId) {
		synchronized (this.state) {
			String value = RandomStrings.secret();
			addSecret(get(clientId).organizationId(), clientId, newSecret(value));
			return value;
		}
	}

	/**
	 * Return whether a client has a secret.
	 * @param clientId the client id
	 * @param secret the secret
	 * @return whether there is such a client, and it has that secret
	 */
	public boolean hasSecret(String clientId, String secret) {
		synchronized (this.state) {
			String id = this.secretIds.get(secret);
			return id != null && find(clientId).stream()
				.flatMap((client) -> client.secrets().stream())
				.anyMatch((candidate) -> candidate.id().equals(id));
		}
	}

	Store<StoredApiClient>.Index byOrganization() {
		return this.organization;
	}

	Secret newSecret(String value) {
		Instant now = this.state.timestamp();
		String id = this.state.nextId("sec_");
		this.secretIds.put(value, id);
		return new Secret(id, "ACTIVE", value.substring(value.length() - 4), now, now);
	}

	void addSecret(String organizationId, String clientId, Secret secret) {
		update(organizationId, clientId, (client) -> {
			List<Secret> secrets = new ArrayList<>(client.secrets());
			secrets.add(secret);
			return Json.with(client, Map.of("secrets", List.copyOf(secrets)));
		});
	}

	StoredApiClient update(String organizationId, String clientId, UnaryOperator<StoredApiClient> change) {
		return this.store.update(this.organization.get(organizationId, clientId).clientId(),
				(client) -> Json.with(change.apply(client), Map.of("update_time", this.state.timestamp())));
	}

	void delete(String organizationId, String clientId) {
		this.store.delete(this.organization.get(organizationId, clientId).clientId());
	}

	void clear() {
		synchronized (this.state) {
			this.store.clear();
			this.secretIds.clear();
		}
	}

}
