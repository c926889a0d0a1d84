package com.scalekit.spring.test.customproviders;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;

import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.RequestRules;
import com.scalekit.spring.test.server.Store;

/**
 * The providers that the environment of a {@code ScalekitServer} defines itself.
 */
public final class CustomProviders {

	private final EnvironmentState state;

	private final Store<StoredProvider> store;

	private final Store<StoredProvider>.UniqueField identifier;

	CustomProviders(EnvironmentState state) {
		this.state = state;
		this.store = new Store<>(state, "provider", StoredProvider::id);
		this.identifier = this.store.uniqueField("identifier", StoredProvider::identifier);
	}

	/**
	 * Add a provider. <pre class="code">
	 * String identifier = server.customProviders().add("Acme CRM", "https://crm.acme.com");
	 * </pre>
	 * @param displayName the name shown to people
	 * @param proxyUrl the address of the API of the service
	 * @return the name by which requests name the provider
	 * @throws IllegalArgumentException if the service would refuse the provider
	 */
	public String add(String displayName, String proxyUrl) {
		Map<String, Object> body = Map.of("display_name", displayName, "proxy_url", proxyUrl, "auth_patterns",
				List.of(Map.of("type", "OAUTH")));
		try {
			RequestRules.verifyBody("CreateCustomProvider", body);
			return create((ObjectNode) Json.node(body)).identifier();
		}
		catch (ApiException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

	/**
	 * Return a provider as it is now.
	 * @param identifier the name by which requests name the provider
	 * @return the provider
	 * @throws NoSuchElementException if there is no such provider
	 */
	public StoredProvider get(String identifier) {
		return this.identifier.find(identifier)
			.orElseThrow(() -> new NoSuchElementException("There is no provider '%s'".formatted(identifier)));
	}

	/**
	 * Return all providers as they are now.
	 * @return the providers, in the order in which they were added
	 */
	public List<StoredProvider> all() {
		return this.store.all();
	}

	StoredProvider create(ObjectNode body) {
		synchronized (this.state) {
			String identifier = body.path("display_name")
				.asString("")
				.strip()
				.toLowerCase(Locale.ROOT)
				.replace(' ', '-');
			StoredProvider provider = Json.merge(new StoredProvider(this.state.nextId("prv_"), identifier, "", "", "",
					List.of(), false, "", Map.of(), true), body);
			this.store.add(provider);
			return provider;
		}
	}

	/**
	 * Metadata is replaced as a whole, and removed if it is left out.
	 */
	StoredProvider update(String identifier, ObjectNode body) {
		return this.store.update(this.identifier.get(identifier).id(),
				(provider) -> Json.merge(Json.with(provider, Map.of("metadata", Map.of())), body));
	}

	void delete(String identifier) {
		this.store.delete(this.identifier.get(identifier).id());
	}

	void clear() {
		this.store.clear();
	}

}
