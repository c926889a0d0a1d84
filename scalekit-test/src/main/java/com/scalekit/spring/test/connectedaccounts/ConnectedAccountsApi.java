package com.scalekit.spring.test.connectedaccounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiPrinter;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.PageRequest;
import com.scalekit.spring.test.server.Router;

/**
 * The operations on connected accounts.
 */
public final class ConnectedAccountsApi implements ApiGroup {

	private static final int DEFAULT_PAGE_SIZE = 30;

	private static final Set<String> NOT_SECRET = Set.of("scopes", "domain", "subject", "token_expires_at", "db_user",
			"access_key_id", "expiry");

	private final EnvironmentState state;

	private final ConnectedAccounts accounts;

	private final AuthorizationLinks links;

	/**
	 * Create the group.
	 * @param state the state of the environment
	 * @param url returns the URL of the environment
	 */
	public ConnectedAccountsApi(EnvironmentState state, Supplier<String> url) {
		this.state = state;
		this.accounts = new ConnectedAccounts(state);
		this.links = new AuthorizationLinks(state, url, this.accounts);
	}

	/**
	 * Return the accounts.
	 * @return the accounts
	 */
	public ConnectedAccounts accounts() {
		return this.accounts;
	}

	@Override
	public void register(Router router) {
		router.handle("ListConnectedAccounts", this::list);
		router.handle("SearchConnectedAccounts", this::search);
		router.handle("CreateConnectedAccount",
				(request) -> ApiResponse.created(body(withoutSecrets(this.accounts.create(request.json())))));
		router.handle("UpdateConnectedAccount", this::update);
		router.handle("GetConnectedAccountAuth",
				(request) -> ApiResponse.ok(body(get(AccountSelector.ofQuery(request)))).uncacheable());
		router.handle("GetConnectedAccountDetails",
				(request) -> ApiResponse.ok(body(withoutSecrets(get(AccountSelector.ofQuery(request))))));
		router.handle("DeleteConnectedAccount", this::delete);
		router.handle("GetMagicLinkForConnectedAccount", this::createLink);
		router.handle("VerifyConnectedAccountUser", this::verify);
		router.get(this.links.pathTemplate(), this.links::follow);
	}

	@Override
	public void reset() {
		this.accounts.clear();
		this.links.clear();
	}

	private ApiResponse list(ApiRequest request) {
		List<String> connectionNames = request.parameters("connection_names");
		AccountSelector selector = AccountSelector.ofQuery(request);
		if (!connectionNames.isEmpty() && !selector.connector().isEmpty()) {
			throw ApiException.invalidArgument("connector and connection_names exclude each other");
		}
		String provider = request.parameter("provider");
		String query = request.parameter("query");
		return page(request, (account) -> selector.matches(account)
				&& (connectionNames.isEmpty() || connectionNames.contains(account.connector()))
				&& (provider.isEmpty() || provider.equalsIgnoreCase(account.provider())) && contains(account, query));
	}

	private ApiResponse search(ApiRequest request) {
		String connectionId = request.parameter("connection_id");
		return page(request, (account) -> (connectionId.isEmpty() || connectionId.equals(account.connectionId()))
				&& contains(account, request.parameter("query")));
	}

	private static boolean contains(StoredConnectedAccount account, String query) {
		return Stream.of(account.identifier(), account.connector(), account.provider(), account.id())
			.anyMatch((text) -> text.toLowerCase(Locale.ROOT).contains(query.toLowerCase(Locale.ROOT)));
	}

	private ApiResponse page(ApiRequest request, Predicate<StoredConnectedAccount> condition) {
		return ApiResponse.ok(this.accounts.store()
			.list(PageRequest.of(request, DEFAULT_PAGE_SIZE), condition)
			.map((account) -> ApiPrinter.print("ConnectedAccountForList", account))
			.toBody("connected_accounts"));
	}

	private ApiResponse update(ApiRequest request) {
		StoredConnectedAccount account = get(AccountSelector.ofBody(request.json()));
		return ApiResponse.ok(body(
				withoutSecrets(this.accounts.update(account, (ObjectNode) request.json().get("connected_account")))));
	}

	private ApiResponse delete(ApiRequest request) {
		this.accounts.delete(get(AccountSelector.ofBody(request.json())));
		return ApiResponse.ok(Map.of());
	}

	private ApiResponse createLink(ApiRequest request) {
		AuthorizationLinks.Link link = this.links.create(get(AccountSelector.ofBody(request.json())).id(),
				request.json());
		return ApiResponse.ok(Map.of("link", link.link(), "expiry", link.expiry())).uncacheable();
	}

	private ApiResponse verify(ApiRequest request) {
		return ApiResponse.ok(Map.of("post_user_verify_redirect_url", this.links.verify(
				request.json().get("auth_request_id").stringValue(), request.json().get("identifier").stringValue())));
	}

	private StoredConnectedAccount get(AccountSelector selector) {
		return get(selector, null);
	}

	private StoredConnectedAccount get(AccountSelector selector, @Nullable String provider) {
		if (selector.isEmpty()) {
			throw ApiException.invalidArgument("id, or connector and identifier, is required");
		}
		List<StoredConnectedAccount> matches = this.accounts.all()
			.stream()
			.filter(selector::matches)
			.filter((account) -> provider == null || account.provider().equalsIgnoreCase(provider))
			.toList();
		if (matches.isEmpty()) {
			throw ApiException.resourceNotFound("connected account not found");
		}
		if (matches.size() > 1) {
			throw ApiException.invalidArgument("several connected accounts match");
		}
		return matches.get(0);
	}

	/**
	 * Return accounts. What is empty does not matter.
	 * @param id the id of the account
	 * @param connector the name of the connection
	 * @param identifier the application's identifier of the user
	 * @param organizationId the id of the organization
	 * @param userId the id of the user at Scalekit
	 * @return the accounts
	 */
	public List<StoredConnectedAccount> select(String id, String connector, String identifier, String organizationId,
			String userId) {
		AccountSelector selector = new AccountSelector(id, connector, identifier, organizationId, userId);
		return this.accounts.all().stream().filter(selector::matches).toList();
	}

	/**
	 * Return the account that a tool is to be executed with.
	 * @param execution the body of the request
	 * @param provider the service that the tool acts at
	 * @return the account, which is active
	 * @throws ApiException if there is no such account, or it is not active
	 */
	public StoredConnectedAccount use(JsonNode execution, String provider) {
		return use(AccountSelector.ofExecution(execution), provider);
	}

	/**
	 * Return the account that a request to a service is to be made with.
	 */
	StoredConnectedAccount use(String connector, String identifier) {
		return use(new AccountSelector("", connector, identifier, "", ""), null);
	}

	private StoredConnectedAccount use(AccountSelector selector, @Nullable String provider) {
		synchronized (this.state) {
			StoredConnectedAccount account = get(selector, provider);
			if (account.status().equals("EXPIRED")) {
				throw ApiException.reauthenticationNeeded("the user has to authorize the connected account again");
			}
			if (!account.isActive()) {
				throw ApiException.failedPrecondition("the connected account is " + account.status());
			}
			this.accounts.use(account.id());
			return account;
		}
	}

	/**
	 * Add an account that the user has to authorize.
	 * @param connector the name of the connection
	 * @param identifier the application's identifier of the user
	 * @return the account
	 */
	public StoredConnectedAccount createPending(String connector, String identifier) {
		return this.accounts.create((ObjectNode) Json
			.node(Map.of("connector", connector, "identifier", identifier, "connected_account", Map.of())));
	}

	/**
	 * Create a link with which the user authorizes an account.
	 * @param id the id of the account
	 * @return the link
	 */
	public String createLink(String id) {
		return this.links.create(id, (ObjectNode) Json.node(Map.of())).link();
	}

	/**
	 * Return the id of a connection.
	 * @param connector the name of the connection
	 * @return the id
	 */
	public String connectionId(String connector) {
		return this.accounts.connectionId(connector);
	}

	/**
	 * Return the service of a connection.
	 * @param connector the name of the connection, such as {@code gmail}
	 * @return the service, such as {@code GMAIL}
	 */
	public static String provider(String connector) {
		return ConnectedAccounts.provider(connector);
	}

	private static Map<String, Object> body(StoredConnectedAccount account) {
		return Map.of("connected_account", ApiPrinter.print("ConnectedAccount", account));
	}

	private static StoredConnectedAccount withoutSecrets(StoredConnectedAccount account) {
		Map<String, Object> details = new LinkedHashMap<>(account.authorizationDetails());
		details.replaceAll((kind, parts) -> withoutSecrets((Map<?, ?>) parts));
		return Json.with(account, Map.of("authorization_details", details));
	}

	private static Map<?, ?> withoutSecrets(Map<?, ?> parts) {
		Map<Object, Object> open = new LinkedHashMap<>(parts);
		open.keySet().retainAll(NOT_SECRET);
		return open;
	}

}
