package com.scalekit.spring.test.connections;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The details of a connection that a test adds. At first it is one with OpenID Connect
 * and an own provider, completely configured and enabled.
 *
 * @see Connections#add(String, java.util.function.Consumer)
 */
public final class NewConnection {

	private String type = "OIDC";

	private String provider = "CUSTOM";

	private String status = StoredConnection.COMPLETED;

	private boolean enabled = true;

	private final List<String> domains = new ArrayList<>();

	private final Map<String, Object> configuration = new LinkedHashMap<>();

	NewConnection() {
	}

	/**
	 * Connect with OpenID Connect.
	 * @return this connection
	 */
	public NewConnection oidc() {
		return type("OIDC");
	}

	/**
	 * Connect with SAML.
	 * @return this connection
	 */
	public NewConnection saml() {
		return type("SAML");
	}

	/**
	 * Set the type.
	 * @param type the type, such as {@code OAUTH}
	 * @return this connection
	 */
	public NewConnection type(String type) {
		this.type = type;
		return this;
	}

	/**
	 * Set the identity provider.
	 * @param provider the provider, such as {@code OKTA}
	 * @return this connection
	 */
	public NewConnection provider(String provider) {
		this.provider = provider;
		return this;
	}

	/**
	 * Add a domain whose users sign in with the connection. The organization gets it as a
	 * verified one if it has it not.
	 * @param domain the domain, such as {@code acme.com}
	 * @return this connection
	 */
	public NewConnection domain(String domain) {
		this.domains.add(domain);
		return this;
	}

	/**
	 * Configure something, such as {@code client_id} of a connection with OpenID Connect.
	 * @param name the name in the JSON of the type's configuration
	 * @param value the value, as JSON has it: a string, a boolean, a list or a map
	 * @return this connection
	 */
	public NewConnection configuration(String name, Object value) {
		this.configuration.put(name, value);
		return this;
	}

	/**
	 * Leave the connection disabled.
	 * @return this connection
	 */
	public NewConnection disabled() {
		this.enabled = false;
		return this;
	}

	/**
	 * Leave the configuration incomplete, so that the connection cannot be enabled.
	 * @return this connection
	 */
	public NewConnection incomplete() {
		this.status = "IN_PROGRESS";
		return disabled();
	}

	StoredConnection create(String id, String organizationId) {
		return new StoredConnection(id, organizationId, this.type, this.provider, this.status, this.enabled,
				List.copyOf(this.domains), Map.copyOf(this.configuration));
	}

}
