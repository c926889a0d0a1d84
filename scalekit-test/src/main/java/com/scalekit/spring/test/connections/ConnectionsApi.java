package com.scalekit.spring.test.connections;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.domains.Domains;
import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiPrinter;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.Router;

/**
 * The operations on connections.
 */
public final class ConnectionsApi implements ApiGroup {

	private static final String STATIC_CONFIG = "static_config";

	/** The member of a connection that has the configuration of its type. */
	private static final Map<String, String> CONFIGURATIONS = Map.ofEntries(Map.entry("OIDC", "oidc_config"),
			Map.entry("SAML", "saml_config"), Map.entry("OAUTH", "oauth_config"),
			Map.entry("OAUTH_M2M", "oauth_config"), Map.entry("TRELLO_OAUTH1", "oauth_config"),
			Map.entry("SMART_FHIR", "oauth_config"), Map.entry("PASSWORDLESS", "passwordless_config"),
			Map.entry("WEBAUTHN", "webauthn_config"), Map.entry("GOOGLE_DWD", "google_dwd_config"),
			Map.entry("BASIC", STATIC_CONFIG), Map.entry("BEARER", STATIC_CONFIG), Map.entry("API_KEY", STATIC_CONFIG));

	private final Connections connections;

	private final UnaryOperator<String> organizationName;

	private final Supplier<String> url;

	/**
	 * Create the group.
	 * @param state the state of the environment
	 * @param domains the domains of organizations
	 * @param organizationName returns the name of the organization with an id
	 * @param url returns the URL of the environment
	 */
	public ConnectionsApi(EnvironmentState state, Domains domains, UnaryOperator<String> organizationName,
			Supplier<String> url) {
		this.connections = new Connections(state, domains, this::print);
		this.organizationName = organizationName;
		this.url = url;
	}

	/**
	 * Return the connections.
	 * @return the connections
	 */
	public Connections connections() {
		return this.connections;
	}

	@Override
	public void register(Router router) {
		router.handle("ListConnections", this::list);
		router.handle("GetConnection", this::get);
		router.handle("DeleteConnection", this::delete);
		router.handle("EnableConnection", (request) -> toggle(request, true));
		router.handle("DisableConnection", (request) -> toggle(request, false));
	}

	@Override
	public void reset() {
		this.connections.clear();
	}

	private ApiResponse list(ApiRequest request) {
		String organizationId = request.parameter("organization_id");
		String domain = request.parameter("domain");
		boolean all = request.parameter("include").equals("all");
		List<ObjectNode> connections = this.connections.all()
			.stream()
			.filter((connection) -> organizationId.isEmpty() || connection.organizationId().equals(organizationId))
			.filter((connection) -> domain.isEmpty() || connection.hasDomain(domain))
			.filter((connection) -> all || connection.isActive())
			.map(this::printSummary)
			.toList();
		return ApiResponse.ok(Map.of("connections", connections));
	}

	private ApiResponse get(ApiRequest request) {
		return ApiResponse.ok(Map.of("connection", print(require(request))));
	}

	private ApiResponse delete(ApiRequest request) {
		this.connections.delete(request.pathVariable("organization_id"), request.pathVariable("id"));
		return ApiResponse.ok(Map.of());
	}

	/**
	 * A failure is no error, but tells its reason.
	 */
	private ApiResponse toggle(ApiRequest request, boolean enabled) {
		StoredConnection connection = require(request);
		if (connection.enabled() == enabled) {
			return ApiResponse.ok(Map.of("enabled", enabled, "error_message",
					"connection is already " + ((enabled) ? "enabled" : "disabled")));
		}
		if (!connection.status().equals(StoredConnection.COMPLETED)) {
			return ApiResponse.ok(Map.of("enabled", false, "error_message", "connection is not configured completely"));
		}
		this.connections.replace(Json.with(connection, Map.of("enabled", enabled)));
		return ApiResponse.ok(Map.of("enabled", enabled));
	}

	private StoredConnection require(ApiRequest request) {
		return this.connections.require(request.pathVariable("organization_id"), request.pathVariable("id"));
	}

	private ObjectNode printSummary(StoredConnection connection) {
		return ApiPrinter.print("ListConnection", connection,
				Map.of("key_id", connection.id(), "provider_key", providerKey(connection), "organization_name",
						this.organizationName.apply(connection.organizationId())));
	}

	private ObjectNode print(StoredConnection connection) {
		Map<String, Object> more = new LinkedHashMap<>();
		more.put("key_id", connection.id());
		more.put("provider_key", providerKey(connection));
		more.put("configuration_type", "MANUAL");
		more.put("test_connection_uri", this.url.get() + "/test-connection/" + connection.id());
		more.put("domains", this.connections.domains(connection));
		String configuration = CONFIGURATIONS.get(connection.type());
		if (configuration != null) {
			more.put(configuration, (configuration.equals(STATIC_CONFIG))
					? Map.of(STATIC_CONFIG, connection.configuration()) : connection.configuration());
		}
		return ApiPrinter.print("Connection", connection, more);
	}

	private static String providerKey(StoredConnection connection) {
		return connection.provider().toLowerCase(Locale.ROOT);
	}

}
