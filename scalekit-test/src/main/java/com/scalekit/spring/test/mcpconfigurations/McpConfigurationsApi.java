package com.scalekit.spring.test.mcpconfigurations;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.connectedaccounts.ConnectedAccountsApi;
import com.scalekit.spring.test.connectedaccounts.StoredConnectedAccount;
import com.scalekit.spring.test.mcpconfigurations.StoredMcpConfiguration.ToolMapping;
import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiPrinter;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.PageRequest;
import com.scalekit.spring.test.server.Router;

/**
 * The operations on configurations of MCP servers.
 */
public final class McpConfigurationsApi implements ApiGroup {

	private static final int DEFAULT_PAGE_SIZE = 30;

	private static final Duration DEFAULT_LIFETIME = Duration.ofHours(1);

	private final ConnectedAccountsApi accounts;

	private final Supplier<String> url;

	private final McpConfigurations configurations;

	/**
	 * Create the group.
	 * @param state the state of the environment
	 * @param accounts the connected accounts
	 * @param url returns the URL of the environment
	 */
	public McpConfigurationsApi(EnvironmentState state, ConnectedAccountsApi accounts, Supplier<String> url) {
		this.accounts = accounts;
		this.url = url;
		this.configurations = new McpConfigurations(state);
	}

	/**
	 * Return the configurations.
	 * @return the configurations
	 */
	public McpConfigurations configurations() {
		return this.configurations;
	}

	@Override
	public void register(Router router) {
		router.handle("ListMcpConfigs", this::list);
		router.handle("CreateMcpConfig",
				(request) -> ApiResponse.created(body(this.configurations.create(request.json()))));
		router.handle("GetMcpConfig", (request) -> ApiResponse.ok(body(get(request))));
		router.handle("UpdateMcpConfig", (request) -> ApiResponse
			.ok(body(this.configurations.update(request.pathVariable("config_id"), request.json()))));
		router.handle("DeleteMcpConfig", this::delete);
		router.handle("ListMcpConnectedAccounts", this::listConnectedAccounts);
		router.handle("CreateMcpSessionToken", this::createSessionToken);
	}

	@Override
	public void reset() {
		this.configurations.clear();
	}

	private StoredMcpConfiguration get(ApiRequest request) {
		return this.configurations.store().get(request.pathVariable("config_id"));
	}

	private ApiResponse list(ApiRequest request) {
		return ApiResponse.ok(this.configurations.store()
			.list(PageRequest.of(request, DEFAULT_PAGE_SIZE), (configuration) -> matches(request, configuration))
			.map(this::print)
			.toBody("configs"));
	}

	private boolean matches(ApiRequest request, StoredMcpConfiguration configuration) {
		String provider = request.parameter("filter.provider");
		return matches(request.parameter("filter.id"), configuration.id())
				&& matches(request.parameter("filter.name"), configuration.name())
				&& matches(request.parameter("filter.mcp_server_url"), serverUrl(configuration))
				&& (configuration.name() + " " + configuration.description()).contains(request.parameter("search"))
				&& (provider.isEmpty() || configuration.connectionToolMappings()
					.stream()
					.anyMatch((mapping) -> provider
						.equalsIgnoreCase(ConnectedAccountsApi.provider(mapping.connectionName()))));
	}

	private static boolean matches(String expected, String actual) {
		return expected.isEmpty() || expected.equals(actual);
	}

	private String serverUrl(StoredMcpConfiguration configuration) {
		return this.url.get() + "/mcp/" + configuration.id();
	}

	private ApiResponse delete(ApiRequest request) {
		this.configurations.store().delete(request.pathVariable("config_id"));
		return ApiResponse.ok(Map.of());
	}

	private ApiResponse listConnectedAccounts(ApiRequest request) {
		String identifier = request.json().get("identifier").stringValue();
		boolean withLinks = request.json().path("include_auth_link").asBoolean(false);
		List<ObjectNode> states = get(request).connectionToolMappings()
			.stream()
			.map((mapping) -> ApiPrinter.print("McpConnectionAuthState", authState(mapping, identifier, withLinks)))
			.toList();
		return ApiResponse.ok(Map.of("connected_accounts", states)).uncacheable();
	}

	private Map<String, Object> authState(ToolMapping mapping, String identifier, boolean withLinks) {
		String connection = mapping.connectionName();
		Map<String, Object> state = describe(connection);
		Optional<StoredConnectedAccount> account = account(connection, identifier);
		if (withLinks && account.isEmpty()) {
			account = Optional.of(this.accounts.createPending(connection, identifier));
		}
		account.ifPresent((found) -> {
			state.put("connected_account_id", found.id());
			state.put("connected_account_status", found.status());
			if (withLinks && !found.isActive()) {
				state.put("authentication_link", this.accounts.createLink(found.id()));
			}
		});
		return state;
	}

	private Map<String, Object> describe(String connection) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("connection_name", connection);
		description.put("connection_id", this.accounts.connectionId(connection));
		description.put("provider", ConnectedAccountsApi.provider(connection));
		return description;
	}

	private Optional<StoredConnectedAccount> account(String connection, String identifier) {
		return this.accounts.select("", connection, identifier, "", "").stream().findFirst();
	}

	private ApiResponse createSessionToken(ApiRequest request) {
		StoredMcpConfiguration configuration = this.configurations.store().get(request.pathVariable("mcp_config_id"));
		String identifier = request.json().get("identifier").stringValue();
		configuration.connectionToolMappings().forEach((mapping) -> {
			if (account(mapping.connectionName(), identifier).filter(StoredConnectedAccount::isActive).isEmpty()) {
				throw ApiException.failedPrecondition("no active connected account of " + mapping.connectionName());
			}
		});
		String expiry = request.json().path("expiry").asString("");
		McpSession session = this.configurations.createSession(configuration.id(), identifier,
				expiry.isEmpty() ? DEFAULT_LIFETIME : Duration.parse("PT" + expiry));
		return ApiResponse.ok(Map.of("token", session.token(), "expires_at", session.expiresAt())).uncacheable();
	}

	private Map<String, Object> body(StoredMcpConfiguration configuration) {
		return Map.of("config", print(configuration));
	}

	private ObjectNode print(StoredMcpConfiguration configuration) {
		List<Map<String, Object>> mappings = configuration.connectionToolMappings().stream().map((mapping) -> {
			Map<String, Object> printed = describe(mapping.connectionName());
			printed.put("tools", mapping.tools());
			return printed;
		}).toList();
		return ApiPrinter.print("McpConfig", configuration,
				Map.of("mcp_server_url", serverUrl(configuration), "connection_tool_mappings", mappings));
	}

}
