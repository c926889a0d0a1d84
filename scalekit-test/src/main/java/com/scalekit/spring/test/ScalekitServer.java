package com.scalekit.spring.test;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.apiclients.ApiClients;
import com.scalekit.spring.test.apiclients.ApiClientsApi;
import com.scalekit.spring.test.apitokens.ApiTokens;
import com.scalekit.spring.test.apitokens.ApiTokensApi;
import com.scalekit.spring.test.authenticationlogs.AuthenticationLogs;
import com.scalekit.spring.test.authenticationlogs.AuthenticationLogsApi;
import com.scalekit.spring.test.connectedaccounts.ConnectedAccounts;
import com.scalekit.spring.test.connectedaccounts.ConnectedAccountsApi;
import com.scalekit.spring.test.connectedaccounts.ProviderProxy;
import com.scalekit.spring.test.connections.Connections;
import com.scalekit.spring.test.connections.ConnectionsApi;
import com.scalekit.spring.test.customproviders.CustomProviders;
import com.scalekit.spring.test.customproviders.CustomProvidersApi;
import com.scalekit.spring.test.directories.Directories;
import com.scalekit.spring.test.directories.DirectoriesApi;
import com.scalekit.spring.test.domains.Domains;
import com.scalekit.spring.test.domains.DomainsApi;
import com.scalekit.spring.test.mcpconfigurations.McpConfigurations;
import com.scalekit.spring.test.mcpconfigurations.McpConfigurationsApi;
import com.scalekit.spring.test.oauth2.AccessTokens;
import com.scalekit.spring.test.oauth2.BearerTokenCheck;
import com.scalekit.spring.test.oauth2.Keys;
import com.scalekit.spring.test.oauth2.SignedTokens;
import com.scalekit.spring.test.oauth2.TokenEndpoint;
import com.scalekit.spring.test.oauth2.Tokens;
import com.scalekit.spring.test.oidc.BackChannelLogout;
import com.scalekit.spring.test.oidc.OpenIdProvider;
import com.scalekit.spring.test.oidc.Redirects;
import com.scalekit.spring.test.organizations.Organizations;
import com.scalekit.spring.test.organizations.OrganizationsApi;
import com.scalekit.spring.test.passkeys.Passkeys;
import com.scalekit.spring.test.passkeys.PasskeysApi;
import com.scalekit.spring.test.passwordless.Passwordless;
import com.scalekit.spring.test.passwordless.PasswordlessApi;
import com.scalekit.spring.test.permissions.Permissions;
import com.scalekit.spring.test.permissions.PermissionsApi;
import com.scalekit.spring.test.roles.Roles;
import com.scalekit.spring.test.roles.RolesApi;
import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.ErrorHandling;
import com.scalekit.spring.test.server.HttpServer;
import com.scalekit.spring.test.server.RandomStrings;
import com.scalekit.spring.test.server.Router;
import com.scalekit.spring.test.sessions.Sessions;
import com.scalekit.spring.test.sessions.SessionsApi;
import com.scalekit.spring.test.tools.Tools;
import com.scalekit.spring.test.tools.ToolsApi;
import com.scalekit.spring.test.users.Users;
import com.scalekit.spring.test.users.UsersApi;
import com.scalekit.spring.test.webhooks.Interceptors;
import com.scalekit.spring.test.webhooks.OutboundCalls;
import com.scalekit.spring.test.webhooks.Webhooks;

/**
 * A Scalekit environment in memory: it issues access tokens to one client, lets users
 * sign in to it, and answers the REST API the way the service does, over real HTTP on the
 * loopback interface. There is nothing at first but the roles {@code admin} and
 * {@code member}, and again when the server is {@linkplain #reset() reset}.
 * <pre class="code">
 * try (ScalekitServer scalekit = ScalekitServer.start()) {
 * 	String id = scalekit.organizations().add("Acme");
 * 	// call scalekit.url() with scalekit.clientId() and scalekit.clientSecret()
 * }
 * </pre>
 */
public final class ScalekitServer implements AutoCloseable {

	private final EnvironmentState state;

	private final String clientId;

	private final String clientSecret;

	private final TokenEndpoint tokenEndpoint;

	private final OrganizationsApi organizationsApi;

	private final DomainsApi domainsApi;

	private final ConnectionsApi connectionsApi;

	private final DirectoriesApi directoriesApi;

	private final SessionsApi sessionsApi;

	private final ApiClientsApi apiClientsApi;

	private final PermissionsApi permissionsApi;

	private final RolesApi rolesApi;

	private final UsersApi usersApi;

	private final AuthenticationLogsApi authenticationLogsApi;

	private final PasswordlessApi passwordlessApi;

	private final PasskeysApi passkeysApi;

	private final ApiTokensApi apiTokensApi;

	private final SignedTokens signedTokens;

	private final OpenIdProvider openIdProvider;

	private final ConnectedAccountsApi connectedAccountsApi;

	private final ToolsApi toolsApi;

	private final CustomProvidersApi customProvidersApi;

	private final McpConfigurationsApi mcpConfigurationsApi;

	private final OutboundCalls outboundCalls;

	private final List<ApiGroup> groups;

	private final Router router;

	private final Faults faults;

	private final Outage outage;

	private final Journal journal;

	private final Consumer<ScalekitServer> initialData;

	private final HttpServer httpServer;

	private ScalekitServer(Builder builder) {
		this.clientId = builder.clientId;
		this.clientSecret = builder.clientSecret;
		EnvironmentState state = new EnvironmentState(builder.clock);
		this.state = state;
		this.organizationsApi = new OrganizationsApi(state, this::url);
		this.domainsApi = new DomainsApi(state);
		this.connectionsApi = new ConnectionsApi(state, domains(), (id) -> organizations().get(id).displayName(),
				this::url);
		this.directoriesApi = new DirectoriesApi(state, this::url);
		this.sessionsApi = new SessionsApi(state);
		this.apiClientsApi = new ApiClientsApi(state);
		this.permissionsApi = new PermissionsApi(state);
		this.rolesApi = new RolesApi(state, permissions());
		this.usersApi = new UsersApi(state, organizations(), roles());
		this.authenticationLogsApi = new AuthenticationLogsApi(state);
		this.passwordlessApi = new PasswordlessApi(state, this::url);
		this.passkeysApi = new PasskeysApi(state, this::url);
		this.apiTokensApi = new ApiTokensApi(state, organizations(), users());
		this.signedTokens = new SignedTokens(this.clientId, state, this::url, users(), organizations(), apiClients());
		this.tokenEndpoint = new TokenEndpoint(this.clientId, this.clientSecret, state, accessTokens(), apiClients());
		this.openIdProvider = new OpenIdProvider(this.clientId, state, this::url, this.tokenEndpoint, accessTokens(),
				users(), sessions(), organizations(), connections(), domains(), authenticationLogs());
		this.connectedAccountsApi = new ConnectedAccountsApi(state, this::url);
		this.toolsApi = new ToolsApi(state, this.connectedAccountsApi);
		this.customProvidersApi = new CustomProvidersApi(state);
		this.mcpConfigurationsApi = new McpConfigurationsApi(state, this.connectedAccountsApi, this::url);
		this.outboundCalls = new OutboundCalls(state, builder.webhookSecret, builder.interceptorSecret,
				builder.webhookTarget, builder.interceptorTarget);
		this.groups = List.of(this.outboundCalls, this.tokenEndpoint, this.organizationsApi, this.domainsApi,
				this.connectionsApi, this.directoriesApi, this.sessionsApi, this.apiClientsApi, this.permissionsApi,
				this.rolesApi, this.usersApi, this.authenticationLogsApi, this.passwordlessApi, this.passkeysApi,
				this.apiTokensApi, this.connectedAccountsApi, this.toolsApi, this.customProvidersApi,
				this.mcpConfigurationsApi, this.signedTokens, this.openIdProvider);
		this.router = new Router(state, this.groups);
		ProviderProxy proxy = new ProviderProxy(this.connectedAccountsApi, this.router);
		this.faults = new Faults(new ErrorHandling(new BearerTokenCheck(tokens(), proxy)));
		this.outage = new Outage(state, this.faults);
		this.journal = new Journal(state, this.router, this.outage);
		this.initialData = builder.initialData;
		this.httpServer = new HttpServer(builder.port, this.journal);
		fillAdminPortal();
		addInitialData();
	}

	private void fillAdminPortal() {
		this.organizationsApi.offerInPortal("Single sign-on with Okta",
				(id) -> connections().add(id, (connection) -> connection.saml().provider("OKTA")));
		this.organizationsApi.offerInPortal("Single sign-on with Microsoft Entra ID",
				(id) -> connections().add(id, (connection) -> connection.oidc().provider("MICROSOFT_AD")));
		this.organizationsApi.offerInPortal("Directory of Okta",
				(id) -> directories().add(id, (directory) -> directory.provider("OKTA").users(3)));
		this.organizationsApi.offerInPortal("Directory of Microsoft Entra ID",
				(id) -> directories().add(id, (directory) -> directory.provider("MICROSOFT_AD").users(3)));
	}

	private void addInitialData() {
		this.outboundCalls.silently(() -> this.initialData.accept(this));
	}

	/**
	 * Start a server on a free port.
	 * @return the running server
	 */
	public static ScalekitServer start() {
		return builder().start();
	}

	/**
	 * Start a server on the given port.
	 * @param port the port to listen on, or {@code 0} for a free one
	 * @return the running server
	 * @throws UncheckedIOException if the port is in use
	 */
	public static ScalekitServer start(int port) {
		return builder().port(port).start();
	}

	/**
	 * Prepare a server that is different from others.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return the URL of this environment, without a trailing slash.
	 * @return the environment URL
	 */
	public String url() {
		return this.httpServer.url();
	}

	/**
	 * Return the id of the one client that this environment knows.
	 * @return the client id
	 */
	public String clientId() {
		return this.clientId;
	}

	/**
	 * Return the secret of the one client that this environment knows. Every server has
	 * another one, unless the {@linkplain Builder#credentials(String, String) builder}
	 * says otherwise.
	 * @return the client secret
	 */
	public String clientSecret() {
		return this.clientSecret;
	}

	/**
	 * Return the access tokens that the client of this environment calls the REST API
	 * with. For those that an application is called with, see {@link #accessTokens()}.
	 * @return the access tokens
	 */
	public Tokens tokens() {
		return this.tokenEndpoint.tokens();
	}

	/**
	 * Return the signed tokens that an application under test is called with, valid and
	 * invalid ones. <pre class="code">
	 * String token = server.accessTokens().user(userId).organization(organizationId).sign();
	 * </pre>
	 * @return the tokens
	 */
	public AccessTokens accessTokens() {
		return this.signedTokens.accessTokens();
	}

	/**
	 * Return where browsers may be sent to after a login or logout.
	 * @return the redirects
	 */
	public Redirects redirects() {
		return this.openIdProvider.redirects();
	}

	/**
	 * Return the calls that tell the application under test of sessions that have ended,
	 * which are a preview.
	 * @return the calls
	 */
	public BackChannelLogout backChannelLogout() {
		return this.openIdProvider.backChannelLogout();
	}

	/**
	 * Return the keys that tokens are signed with.
	 * @return the keys
	 */
	public Keys keys() {
		return this.signedTokens.keys();
	}

	/**
	 * Return the organizations of this environment.
	 * @return the organizations
	 */
	public Organizations organizations() {
		return this.organizationsApi.organizations();
	}

	/**
	 * Return the domains of the organizations of this environment.
	 * @return the domains
	 */
	public Domains domains() {
		return this.domainsApi.domains();
	}

	/**
	 * Return the connections of this environment.
	 * @return the connections
	 */
	public Connections connections() {
		return this.connectionsApi.connections();
	}

	/**
	 * Return the directories of this environment, with their users and groups.
	 * @return the directories
	 */
	public Directories directories() {
		return this.directoriesApi.directories();
	}

	/**
	 * Return the sessions of the users of this environment.
	 * @return the sessions
	 */
	public Sessions sessions() {
		return this.sessionsApi.sessions();
	}

	/**
	 * Return the API clients of the organizations of this environment.
	 * @return the clients
	 */
	public ApiClients apiClients() {
		return this.apiClientsApi.clients();
	}

	/**
	 * Return the permissions of this environment.
	 * @return the permissions
	 */
	public Permissions permissions() {
		return this.permissionsApi.permissions();
	}

	/**
	 * Return the roles of this environment and of its organizations.
	 * @return the roles
	 */
	public Roles roles() {
		return this.rolesApi.roles();
	}

	/**
	 * Return the users of this environment, and their memberships in organizations.
	 * @return the users
	 */
	public Users users() {
		return this.usersApi.users();
	}

	/**
	 * Return the authentication logs of this environment.
	 * @return the logs
	 */
	public AuthenticationLogs authenticationLogs() {
		return this.authenticationLogsApi.logs();
	}

	/**
	 * Return the e-mails that users sign in with.
	 * @return the e-mails
	 */
	public Passwordless passwordless() {
		return this.passwordlessApi.passwordless();
	}

	/**
	 * Return the passkeys of the users of this environment.
	 * @return the passkeys
	 */
	public Passkeys passkeys() {
		return this.passkeysApi.passkeys();
	}

	/**
	 * Return the API tokens of the organizations and users of this environment.
	 * @return the tokens
	 */
	public ApiTokens apiTokens() {
		return this.apiTokensApi.tokens();
	}

	/**
	 * Return the accounts that users have connected at other services.
	 * @return the accounts
	 */
	public ConnectedAccounts connectedAccounts() {
		return this.connectedAccountsApi.accounts();
	}

	/**
	 * Return the tools of this environment, which a test registers. <pre class="code">
	 * server.tools().register("echo", (params) -&gt; params);
	 * </pre>
	 * @return the tools
	 */
	public Tools tools() {
		return this.toolsApi.tools();
	}

	/**
	 * Return the providers that this environment defines itself.
	 * @return the providers
	 */
	public CustomProviders customProviders() {
		return this.customProvidersApi.providers();
	}

	/**
	 * Return the configurations of MCP servers of this environment, with the sessions of
	 * agents.
	 * @return the configurations
	 */
	public McpConfigurations mcpConfigurations() {
		return this.mcpConfigurationsApi.configurations();
	}

	/**
	 * Return the webhooks of this environment: those that a test delivers, and those that
	 * the server delivers by itself when its data changes. <pre class="code">
	 * server.webhooks().event("organization.created").data("external_id", "t-1").deliverTo(uri);
	 * </pre>
	 * @return the webhooks
	 */
	public Webhooks webhooks() {
		return this.outboundCalls.webhooks();
	}

	/**
	 * Return the questions to the interceptors of the application under test.
	 * @return the questions
	 */
	public Interceptors interceptors() {
		return this.outboundCalls.interceptors();
	}

	/**
	 * Let something happen at another time than now, such as what is to be there since
	 * last week. <pre class="code">
	 * server.at(lastWeek, () -&gt; server.authenticationLogs().add("ann@acme.com"));
	 * </pre> Lists are in the order in which things are added, whatever their times: add
	 * the oldest first. The clock of the server goes on, and requests have its time.
	 * @param time the time
	 * @param action calls methods of this server
	 */
	public void at(Instant time, Runnable action) {
		this.state.at(time, action);
	}

	/**
	 * Script what happens to the next request for an operation. <pre class="code">
	 * server.next("GET /api/v1/organizations/{id}").respondsWith(tooManyRequests(Duration.ofSeconds(2)));
	 * server.next("POST /api/v1/organizations").times(2).drops();
	 * server.next("POST /oauth/token").delays(Duration.ofSeconds(5));
	 * </pre> A fault happens to one request, or to as many as
	 * {@link NextRequest#times(int)} says, and each request meets one fault at most.
	 * @param operation the method and the path as in the API reference; instead of a
	 * variable, the path may have the value that the fault is meant for
	 * @return what happens next
	 * @throws IllegalArgumentException if the server has no such operation
	 */
	public NextRequest next(String operation) {
		return new NextRequest(this.faults, this.router.parse(operation), 1);
	}

	/**
	 * Answer all requests with {@code 503}, those for a token included, for as long as
	 * the clock of the server takes to get that far, or until {@link #endOutage()}.
	 * <pre class="code">
	 * server.outage(Duration.ofMinutes(1));
	 * // ...
	 * server.endOutage();
	 * </pre>
	 * @param duration how long the outage lasts, unless it is ended before
	 */
	public void outage(Duration duration) {
		this.outage.begin(duration);
	}

	/**
	 * End the {@linkplain #outage(Duration) outage}. Without one this has no effect.
	 */
	public void endOutage() {
		this.outage.end();
	}

	/**
	 * Refuse connections, and break those that are open, until
	 * {@link #acceptConnections()}. <pre class="code">
	 * server.refuseConnections();
	 * // ...
	 * server.acceptConnections();
	 * </pre>
	 */
	public void refuseConnections() {
		this.httpServer.refuseConnections();
	}

	/**
	 * Accept connections again, on the same port. Without
	 * {@linkplain #refuseConnections() refused} connections this has no effect.
	 */
	public void acceptConnections() {
		this.httpServer.acceptConnections();
	}

	/**
	 * Verify that each {@linkplain #next(String) scripted} fault has happened at least
	 * once. The JUnit extension and {@code @AutoConfigureScalekitServer} do so after each
	 * test that has not failed.
	 * @throws AssertionError if there is a fault that no request has met, such as one for
	 * an operation that was not called
	 */
	public void verify() {
		List<String> unmet = this.faults.unmet();
		if (!unmet.isEmpty()) {
			throw new AssertionError("No request has met the scripted fault " + String.join(", nor ", unmet));
		}
	}

	/**
	 * Return the requests that the server has received, in the order of their responses:
	 * the latest 10 000, those for a token included. <pre class="code">
	 * assertThat(server.requests()).extracting(ReceivedRequest::operation)
	 * 	.containsExactly("POST /oauth/token", "POST /api/v1/organizations");
	 * </pre>
	 * @return the requests so far
	 */
	public List<ReceivedRequest> requests() {
		return this.journal.requests();
	}

	/**
	 * Return the requests that the server has received for an operation, in the order of
	 * their responses. <pre class="code">
	 * assertThat(server.requests("GET /api/v1/organizations/{id}")).extracting(ReceivedRequest::status)
	 * 	.containsExactly(503, 503, 200);
	 * </pre>
	 * @param operation the method and the path as in the API reference
	 * @return the requests for the operation, of the {@linkplain #requests() requests} so
	 * far
	 * @throws IllegalArgumentException if the server has no such operation
	 */
	public List<ReceivedRequest> requests(String operation) {
		return this.journal.requests(this.router.parseOperation(operation));
	}

	/**
	 * Make this server as good as new for the next test: with its
	 * {@linkplain Builder#initialData(Consumer) initial data} and nothing else, without
	 * faults, an outage, received requests and stubs of WireMock, and with no tokens
	 * counted and their lifetime as at first. First of all, the webhook that is on its
	 * way is awaited, and others that are not delivered yet are dropped. Secrets are
	 * those of the beginning, and targets stay. Tokens that were issued are still
	 * accepted, because an application that lives longer than a test still uses them; to
	 * have it request another one, {@linkplain Tokens#revokeAll() revoke} them.
	 */
	public void reset() {
		this.outage.end();
		this.faults.clear();
		this.httpServer.reset();
		this.groups.forEach(ApiGroup::reset);
		this.journal.clear();
		addInitialData();
	}

	/**
	 * Return what this server is made of, for those who need more than it offers: a
	 * {@code com.github.tomakehurst.wiremock.WireMockServer}, which other major versions
	 * may replace. Its stubs take precedence over the operations of this server. It keeps
	 * no requests, and it cannot be administered over HTTP. It is another one after
	 * connections were refused. <pre class="code">
	 * server.unwrap(WireMockServer.class)
	 * 	.stubFor(get("/api/v1/tools").willReturn(okJson("{\"tools\":[]}")));
	 * </pre>
	 * @param type the type to return
	 * @param <T> the type to return
	 * @return what this server is made of
	 * @throws IllegalArgumentException if this server is not made of that type
	 */
	public <T> T unwrap(Class<T> type) {
		return this.httpServer.unwrap(type);
	}

	/**
	 * Stop the server. Closing it again has no effect.
	 */
	@Override
	public void close() {
		this.outboundCalls.close();
		this.httpServer.stop();
	}

	@Override
	public String toString() {
		return "ScalekitServer[url=%s]".formatted(url());
	}

	/**
	 * Prepares a {@link ScalekitServer}.
	 */
	public static final class Builder {

		private int port;

		private String clientId = "skc_" + RandomStrings.digits();

		private String clientSecret = "test_" + RandomStrings.secret();

		private Clock clock = Clock.systemUTC();

		private @Nullable String webhookSecret;

		private @Nullable String interceptorSecret;

		private @Nullable URI webhookTarget;

		private @Nullable URI interceptorTarget;

		private Consumer<ScalekitServer> initialData = (server) -> {
		};

		private Builder() {
		}

		/**
		 * Set the port to listen on. At first that is a free one.
		 * @param port the port, or {@code 0} for a free one
		 * @return this builder
		 */
		public Builder port(int port) {
			this.port = port;
			return this;
		}

		/**
		 * Set what the client authenticates with. At first both are random.
		 * @param clientId the client id
		 * @param clientSecret the client secret
		 * @return this builder
		 */
		public Builder credentials(String clientId, String clientSecret) {
			this.clientId = clientId;
			this.clientSecret = clientSecret;
			return this;
		}

		/**
		 * Set the clock that the times of organizations, the end of tokens and links, and
		 * the end of an outage are read from. At first that is the clock of the system.
		 * @param clock the clock
		 * @return this builder
		 */
		public Builder clock(Clock clock) {
			this.clock = clock;
			return this;
		}

		/**
		 * Set the secret that webhooks are signed with. At first it is random.
		 * @param secret the secret, such as {@code whsec_MfKQ9r8GKYqrTwjU}
		 * @return this builder
		 */
		public Builder webhookSecret(String secret) {
			this.webhookSecret = secret;
			return this;
		}

		/**
		 * Set where the server delivers webhooks when its data changes. At first it
		 * delivers none.
		 * @param uri the URL of the application under test that takes webhooks
		 * @return this builder
		 */
		public Builder webhookTarget(URI uri) {
			this.webhookTarget = uri;
			return this;
		}

		/**
		 * Set where interceptors are asked. At first a question has to name the place.
		 * @param uri the URL of the application under test that decides
		 * @return this builder
		 */
		public Builder interceptorTarget(URI uri) {
			this.interceptorTarget = uri;
			return this;
		}

		/**
		 * Set the secret that questions to interceptors are signed with. At first it is
		 * random.
		 * @param secret the secret, such as {@code whsec_MfKQ9r8GKYqrTwjU}
		 * @return this builder
		 */
		public Builder interceptorSecret(String secret) {
			this.interceptorSecret = secret;
			return this;
		}

		/**
		 * Set what is to be there from the beginning, and after each
		 * {@linkplain ScalekitServer#reset() reset}. At first that is nothing.
		 * <pre class="code">
		 * ScalekitServer.builder().initialData((server) -&gt; server.organizations().add("Acme")).start();
		 * </pre>
		 * @param initialData adds the data
		 * @return this builder
		 */
		public Builder initialData(Consumer<ScalekitServer> initialData) {
			this.initialData = initialData;
			return this;
		}

		/**
		 * Start the server.
		 * @return the running server
		 * @throws UncheckedIOException if the port is in use
		 */
		public ScalekitServer start() {
			return new ScalekitServer(this);
		}

	}

}
