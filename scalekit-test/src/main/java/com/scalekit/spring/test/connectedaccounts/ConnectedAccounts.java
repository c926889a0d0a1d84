package com.scalekit.spring.test.connectedaccounts;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.RandomStrings;
import com.scalekit.spring.test.server.RequestRules;
import com.scalekit.spring.test.server.Store;

/**
 * The accounts that users of the application under test have connected at other services.
 */
public final class ConnectedAccounts {

	private static final Map<String, String> AUTHORIZATION_TYPES = Map.of("oauth_token", "OAUTH", "static_auth",
			"API_KEY", "google_dwd", "GOOGLE_DWD", "trusted_idp", "TRUSTED_IDP");

	private final EnvironmentState state;

	private final Store<StoredConnectedAccount> store;

	private final Map<String, String> connectionIds = new HashMap<>();

	private final Map<String, ProviderApi> apis = new HashMap<>();

	ConnectedAccounts(EnvironmentState state) {
		this.state = state;
		this.store = new Store<>(state, "connected account", StoredConnectedAccount::id);
		this.store.uniqueField("identifier", ConnectedAccounts::uniqueName);
		Store<StoredConnectedAccount>.Index organization = this.store.index(StoredConnectedAccount::organizationId);
		Store<StoredConnectedAccount>.Index user = this.store.index(StoredConnectedAccount::userId);
		state.onDelete("organization", organization::deleteAll);
		state.onDelete("user", user::deleteAll);
	}

	private static String uniqueName(StoredConnectedAccount account) {
		return String.join("\n", account.connector(), account.identifier(), String.valueOf(account.organizationId()),
				String.valueOf(account.userId()));
	}

	/**
	 * Add an account that the user has authorized. <pre class="code">
	 * String id = server.connectedAccounts().add("gmail", "ann@acme.com");
	 * </pre>
	 * @param connector the name of the connection, such as {@code gmail}
	 * @param identifier the application's identifier of the user
	 * @return the id of the account
	 * @throws IllegalArgumentException if the service would refuse the account
	 */
	public String add(String connector, String identifier) {
		return add(connector, identifier, (account) -> {
		});
	}

	/**
	 * Add an account with all that it may have. <pre class="code">
	 * String id = server.connectedAccounts().add("gmail", "ann@acme.com", NewConnectedAccount::expired);
	 * </pre>
	 * @param connector the name of the connection, such as {@code gmail}
	 * @param identifier the application's identifier of the user
	 * @param details sets the details
	 * @return the id of the account
	 * @throws IllegalArgumentException if the service would refuse the account
	 */
	public String add(String connector, String identifier, Consumer<NewConnectedAccount> details) {
		NewConnectedAccount account = new NewConnectedAccount(connector, identifier, RandomStrings.secret(),
				RandomStrings.secret());
		details.accept(account);
		try {
			RequestRules.verifyBody("CreateConnectedAccount", account.body());
			return create((ObjectNode) Json.node(account.body()), account.status()).id();
		}
		catch (ApiException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

	/**
	 * Authorize an account, as the user would at the service.
	 * @param id the id of the account
	 * @throws NoSuchElementException if there is no such account
	 */
	public void authorize(String id) {
		get(id);
		authorize(id, "ACTIVE");
	}

	/**
	 * Make an account one that the user has to authorize again.
	 * @param id the id of the account
	 * @throws NoSuchElementException if there is no such account
	 */
	public void expire(String id) {
		get(id);
		changeStatus(id, "EXPIRED");
	}

	/**
	 * Set the API of a service, which the application under test calls through the
	 * accounts of a connection. <pre class="code">
	 * server.connectedAccounts().api("gmail", (request) -&gt; ProviderResponse.json(200, "{}"));
	 * </pre>
	 * @param connector the name of the connection
	 * @param api answers the requests
	 */
	public void api(String connector, ProviderApi api) {
		synchronized (this.state) {
			this.apis.put(connector, api);
		}
	}

	@Nullable ProviderApi api(String connector) {
		synchronized (this.state) {
			return this.apis.get(connector);
		}
	}

	/**
	 * Return an account as it is now.
	 * @param id the id of the account
	 * @return the account
	 * @throws NoSuchElementException if there is no such account
	 */
	public StoredConnectedAccount get(String id) {
		return this.store.find(id)
			.orElseThrow(() -> new NoSuchElementException("There is no connected account '%s'".formatted(id)));
	}

	/**
	 * Return all accounts as they are now.
	 * @return the accounts, in the order in which they were added
	 */
	public List<StoredConnectedAccount> all() {
		return this.store.all();
	}

	Store<StoredConnectedAccount> store() {
		return this.store;
	}

	StoredConnectedAccount create(ObjectNode body) {
		return create(body, null);
	}

	private StoredConnectedAccount create(ObjectNode body, @Nullable String status) {
		synchronized (this.state) {
			String connector = body.path("connector").asString("");
			if (connector.isEmpty()) {
				throw ApiException.invalidArgument("connector is required");
			}
			JsonNode account = body.path("connected_account");
			Map<String, Object> details = Json.toMap(account.path("authorization_details"));
			StoredConnectedAccount created = new StoredConnectedAccount(this.state.nextId("ca_"), connector,
					connectionId(connector), provider(connector), body.path("identifier").asString(""),
					requireIfSet("organization", body.path("organization_id")),
					requireIfSet("user", body.path("user_id")), authorizationType(details, "OAUTH"),
					(status != null) ? status : statusWith(details), Json.toMap(account.path("api_config")), details,
					null, null, this.state.timestamp());
			this.store.add(created);
			publish("connected_account.created", created);
			return created;
		}
	}

	private @Nullable String requireIfSet(String kind, JsonNode id) {
		if (id.asString("").isEmpty()) {
			return null;
		}
		this.state.require(kind, id.stringValue());
		return id.stringValue();
	}

	/**
	 * Return the id of a connection that is known by its name only.
	 */
	String connectionId(String connector) {
		synchronized (this.state) {
			return this.connectionIds.computeIfAbsent(connector, (name) -> this.state.nextId("conn_"));
		}
	}

	static String provider(String connector) {
		return connector.toUpperCase(Locale.ROOT);
	}

	private static String statusWith(Map<String, Object> details) {
		return details.isEmpty() ? "PENDING_AUTH" : "ACTIVE";
	}

	private static String authorizationType(Map<String, Object> details, String unlessKnown) {
		if (details.size() > 1) {
			throw ApiException.invalidArgument("authorization_details must be of one kind");
		}
		return details.keySet().stream().map(AUTHORIZATION_TYPES::get).findFirst().orElse(unlessKnown);
	}

	/**
	 * Settings are merged, and of the credentials those are replaced that are given.
	 */
	StoredConnectedAccount update(StoredConnectedAccount account, ObjectNode changes) {
		Map<String, Object> apiConfig = new LinkedHashMap<>(account.apiConfig());
		apiConfig.putAll(Json.toMap(changes.path("api_config")));
		Map<String, Object> details = Json.toMap(changes.path("authorization_details"));
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("api_config", apiConfig);
		if (!details.isEmpty()) {
			members.put("authorization_type", authorizationType(details, ""));
			members.put("authorization_details", merge(account.authorizationDetails(), details));
			members.put("status", "ACTIVE");
		}
		StoredConnectedAccount updated = change(account.id(), members);
		publish("connected_account.updated", updated);
		return updated;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> merge(Map<String, Object> current, Map<String, Object> changes) {
		Map<String, Object> merged = new LinkedHashMap<>();
		changes.forEach((kind, change) -> {
			Map<String, Object> parts = new LinkedHashMap<>((Map<String, Object>) current.getOrDefault(kind, Map.of()));
			parts.putAll((Map<String, Object>) change);
			merged.put(kind, parts);
		});
		return merged;
	}

	/**
	 * Have the user authorize an account.
	 */
	void authorize(String id, String status) {
		synchronized (this.state) {
			if (this.store.get(id).authorizationDetails().isEmpty()) {
				change(id, Map.of("authorization_details", Map.of("oauth_token", Map.of("access_token",
						RandomStrings.secret(), "refresh_token", RandomStrings.secret(), "scopes", List.of()))));
			}
			changeStatus(id, status);
		}
	}

	void changeStatus(String id, String status) {
		synchronized (this.state) {
			String oldStatus = this.store.get(id).status();
			StoredConnectedAccount changed = change(id, Map.of("status", status));
			if (!status.equals(oldStatus)) {
				this.state.publish("connected_account.status_updated", changed.organizationId(),
						() -> describe(changed).put("old_status", oldStatus));
			}
		}
	}

	void use(String id) {
		this.store.update(id, (account) -> Json.with(account, Map.of("last_used_at", this.state.timestamp())));
	}

	private StoredConnectedAccount change(String id, Map<String, Object> members) {
		Map<String, Object> changes = new LinkedHashMap<>(members);
		changes.put("updated_at", this.state.timestamp());
		return this.store.update(id, (account) -> Json.with(account, changes));
	}

	void delete(StoredConnectedAccount account) {
		this.store.delete(account.id());
		publish("connected_account.deleted", account);
	}

	private void publish(String type, StoredConnectedAccount account) {
		this.state.publish(type, account.organizationId(), () -> describe(account));
	}

	private static ObjectNode describe(StoredConnectedAccount account) {
		return Json
			.select(account, "id", "identifier", "connection_id", "provider", "authorization_type", "status",
					"token_expires_at", "last_used_at")
			.put("connection_name", account.connector());
	}

	void clear() {
		synchronized (this.state) {
			this.store.clear();
			this.connectionIds.clear();
			this.apis.clear();
		}
	}

}
