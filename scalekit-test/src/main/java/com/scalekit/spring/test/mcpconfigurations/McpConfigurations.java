package com.scalekit.spring.test.mcpconfigurations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.RandomStrings;
import com.scalekit.spring.test.server.RequestRules;
import com.scalekit.spring.test.server.Store;

/**
 * The configurations of MCP servers of a {@code ScalekitServer}. There is no MCP server
 * behind them.
 */
public final class McpConfigurations {

	private final EnvironmentState state;

	private final Store<StoredMcpConfiguration> store;

	private final List<McpSession> sessions = new ArrayList<>();

	McpConfigurations(EnvironmentState state) {
		this.state = state;
		this.store = new Store<>(state, "config", StoredMcpConfiguration::id);
		this.store.uniqueField("name", StoredMcpConfiguration::name);
		state.onDelete("config", (id) -> this.sessions.removeIf((session) -> session.configurationId().equals(id)));
	}

	/**
	 * Add a configuration of an MCP server that offers all tools of some connections.
	 * <pre class="code">
	 * String id = server.mcpConfigurations().add("sales", "gmail", "slack");
	 * </pre>
	 * @param name the name, 1 to 100 lower-case letters, digits, {@code -} and {@code _}
	 * @param connectionNames the names of the connections
	 * @return the id of the configuration
	 * @throws IllegalArgumentException if the service would refuse the configuration
	 */
	public String add(String name, String... connectionNames) {
		Map<String, Object> body = Map.of("name", name, "connection_tool_mappings",
				Arrays.stream(connectionNames).map((connection) -> Map.of("connection_name", connection)).toList());
		try {
			RequestRules.verifyBody("CreateMcpConfig", body);
			return create((ObjectNode) Json.node(body)).id();
		}
		catch (ApiException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

	/**
	 * Return a configuration as it is now.
	 * @param id the id of the configuration
	 * @return the configuration
	 * @throws NoSuchElementException if there is no such configuration
	 */
	public StoredMcpConfiguration get(String id) {
		return this.store.find(id)
			.orElseThrow(() -> new NoSuchElementException("There is no configuration '%s'".formatted(id)));
	}

	/**
	 * Return all configurations as they are now.
	 * @return the configurations, in the order in which they were added
	 */
	public List<StoredMcpConfiguration> all() {
		return this.store.all();
	}

	/**
	 * Return the sessions that tokens were created for, expired ones included.
	 * @return the sessions, in the order in which they were created
	 */
	public List<McpSession> sessions() {
		synchronized (this.state) {
			return List.copyOf(this.sessions);
		}
	}

	Store<StoredMcpConfiguration> store() {
		return this.store;
	}

	StoredMcpConfiguration create(ObjectNode body) {
		synchronized (this.state) {
			StoredMcpConfiguration configuration = merge(
					new StoredMcpConfiguration(this.state.nextId("cfg_"), "", "", List.of()), body);
			this.store.add(configuration);
			return configuration;
		}
	}

	StoredMcpConfiguration update(String id, ObjectNode body) {
		return this.store.update(id, (configuration) -> merge(configuration, body));
	}

	private static StoredMcpConfiguration merge(StoredMcpConfiguration configuration, ObjectNode body) {
		body.path("connection_tool_mappings").forEach((mapping) -> {
			if (!mapping.has("tools")) {
				((ObjectNode) mapping).putArray("tools");
			}
		});
		return Json.merge(configuration, body);
	}

	McpSession createSession(String configurationId, String identifier, Duration lifetime) {
		synchronized (this.state) {
			McpSession session = new McpSession(configurationId, identifier, RandomStrings.secret(),
					this.state.timestamp().plus(lifetime));
			this.sessions.add(session);
			return session;
		}
	}

	void clear() {
		synchronized (this.state) {
			this.store.clear();
			this.sessions.clear();
		}
	}

}
