package com.scalekit.spring.test.tools;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.connectedaccounts.ConnectedAccountsApi;
import com.scalekit.spring.test.connectedaccounts.StoredConnectedAccount;
import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiPrinter;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.PageRequest;
import com.scalekit.spring.test.server.PageRequest.Page;
import com.scalekit.spring.test.server.Router;

/**
 * The operations on tools.
 */
public final class ToolsApi implements ApiGroup {

	private static final int DEFAULT_PAGE_SIZE = 30;

	private final EnvironmentState state;

	private final ConnectedAccountsApi accounts;

	private final Tools tools;

	/**
	 * Create the group.
	 * @param state the state of the environment
	 * @param accounts the connected accounts
	 */
	public ToolsApi(EnvironmentState state, ConnectedAccountsApi accounts) {
		this.state = state;
		this.accounts = accounts;
		this.tools = new Tools(state);
	}

	/**
	 * Return the tools.
	 * @return the tools
	 */
	public Tools tools() {
		return this.tools;
	}

	@Override
	public void register(Router router) {
		router.handleWithoutLock("ExecuteTool", this::execute);
		router.handle("ListTools", this::list);
		router.handle("ListAvailableTools", this::listAvailable);
		router.handle("ListScopedTools", this::listScoped);
	}

	@Override
	public void reset() {
		this.tools.clear();
	}

	/**
	 * The function of the tool may wait for other requests, so it is called without the
	 * lock.
	 */
	private ApiResponse execute(ApiRequest request) {
		ObjectNode execution = request.json();
		JsonNode params = execution.path("params");
		String executionId = this.state.nextId("exe_");
		StoredTool tool = prepare(execution, params);
		try {
			Map<String, ?> data = tool.function().execute(Json.toMap(params));
			return ApiResponse.ok(Map.of("data", Json.node(data), "execution_id", executionId)).delayed(tool.delay());
		}
		catch (ToolFailure ex) {
			return failed(ex, executionId).delayed(tool.delay());
		}
	}

	private StoredTool prepare(ObjectNode execution, JsonNode params) {
		synchronized (this.state) {
			StoredTool tool = this.tools.get(execution.get("tool_name").stringValue());
			tool.inputSchema().path("required").forEach((name) -> {
				if (!params.has(name.asString())) {
					throw ApiException.invalidArgument("the argument %s is required".formatted(name.asString()));
				}
			});
			if (tool.needsAccount()) {
				this.accounts.use(execution, tool.provider());
			}
			return tool;
		}
	}

	private static ApiResponse failed(ToolFailure failure, String executionId) {
		return ApiException
			.toolError(failure.status(), failure.code(), String.valueOf(failure.getMessage()), executionId)
			.toResponse();
	}

	private ApiResponse list(ApiRequest request) {
		String provider = request.parameter("filter.provider");
		String query = request.parameter("filter.query").toLowerCase(Locale.ROOT);
		List<String> names = request.parameters("filter.tool_name");
		Predicate<StoredTool> ofSelectedAccounts = ofSelectedAccounts(request);
		Page<StoredTool> page = this.tools.store()
			.list(PageRequest.of(request, DEFAULT_PAGE_SIZE),
					(tool) -> (provider.isEmpty() || provider.equalsIgnoreCase(tool.provider()))
							&& (names.isEmpty() || names.contains(tool.name()))
							&& (tool.name() + " " + tool.description()).toLowerCase(Locale.ROOT).contains(query)
							&& ofSelectedAccounts.test(tool));
		Map<String, Object> body = print(page).toBody("tools");
		body.put("tool_names", List.of());
		if (request.flag("filter.summary", false)) {
			body.put("tools", List.of());
			body.put("tool_names", page.items().stream().map(StoredTool::name).toList());
		}
		return ApiResponse.ok(body);
	}

	/**
	 * Without a filter for accounts, accounts do not matter.
	 */
	private Predicate<StoredTool> ofSelectedAccounts(ApiRequest request) {
		List<String> filter = Stream.of("connected_account_id", "connector", "identifier", "organization_id", "user_id")
			.map((name) -> request.parameter("filter." + name))
			.toList();
		if (filter.stream().allMatch(String::isEmpty)) {
			return (tool) -> true;
		}
		List<StoredConnectedAccount> accounts = this.accounts.select(filter.get(0), filter.get(1), filter.get(2),
				filter.get(3), filter.get(4));
		return (tool) -> isUsable(tool, accounts);
	}

	private static Page<ObjectNode> print(Page<StoredTool> page) {
		return page.map((tool) -> ApiPrinter.print("Tool", tool.print()));
	}

	private ApiResponse listAvailable(ApiRequest request) {
		String identifier = request.parameter("identifier");
		List<StoredConnectedAccount> accounts = accountsOf(identifier);
		if (accounts.isEmpty()) {
			throw ApiException.resourceNotFound("no connected account of this identifier");
		}
		return ApiResponse.ok(print(
				this.tools.store().list(PageRequest.of(request, DEFAULT_PAGE_SIZE), (tool) -> isUsable(tool, accounts)))
			.toBody("tools"));
	}

	private List<StoredConnectedAccount> accountsOf(String identifier) {
		return this.accounts.select("", "", identifier, "", "");
	}

	private static boolean isUsable(StoredTool tool, List<StoredConnectedAccount> accounts) {
		return !tool.needsAccount() || accounts.stream().anyMatch((account) -> isUsable(tool, account));
	}

	private static boolean isUsable(StoredTool tool, StoredConnectedAccount account) {
		return account.isActive() && account.provider().equalsIgnoreCase(tool.provider());
	}

	private ApiResponse listScoped(ApiRequest request) {
		List<String> providers = request.parameters("filter.providers");
		List<String> names = request.parameters("filter.tool_names");
		List<String> connections = request.parameters("filter.connection_names");
		List<StoredConnectedAccount> accounts = accountsOf(request.parameter("identifier")).stream()
			.filter((account) -> account.isActive() && (providers.isEmpty() || providers.contains(account.provider()))
					&& (connections.isEmpty() || connections.contains(account.connector())))
			.toList();
		NavigableMap<String, Object> scoped = new TreeMap<>();
		this.tools.store()
			.all()
			.stream()
			.filter((tool) -> names.isEmpty() || names.contains(tool.name()))
			.forEach((tool) -> accounts.stream()
				.filter((account) -> isUsable(tool, List.of(account)))
				.limit(tool.needsAccount() ? Long.MAX_VALUE : 1)
				.forEach((account) -> scoped.put(tool.id() + account.id(), print(tool, account))));
		return ApiResponse.ok(PageRequest.of(request, DEFAULT_PAGE_SIZE).select(scoped).toBody("tools"));
	}

	private static Map<String, Object> print(StoredTool tool, StoredConnectedAccount account) {
		Map<String, Object> scoped = new LinkedHashMap<>();
		scoped.put("connected_account_id", account.id());
		scoped.put("identifier", account.identifier());
		scoped.put("tool", ApiPrinter.print("Tool", tool.print()));
		return scoped;
	}

}
