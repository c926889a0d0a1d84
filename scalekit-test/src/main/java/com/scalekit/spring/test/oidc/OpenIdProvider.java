package com.scalekit.spring.test.oidc;

import java.util.function.Supplier;

import com.scalekit.spring.test.authenticationlogs.AuthenticationLogs;
import com.scalekit.spring.test.connections.Connections;
import com.scalekit.spring.test.domains.Domains;
import com.scalekit.spring.test.oauth2.AccessTokens;
import com.scalekit.spring.test.oauth2.TokenEndpoint;
import com.scalekit.spring.test.organizations.Organizations;
import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Handler;
import com.scalekit.spring.test.server.Router;
import com.scalekit.spring.test.sessions.Sessions;
import com.scalekit.spring.test.users.Users;

/**
 * The login of the users: what browsers and applications request to let them sign in and
 * out.
 */
public final class OpenIdProvider implements ApiGroup {

	static final String AUTHORIZE = "/oauth/authorize";

	static final String USER_INFO = "/userinfo";

	static final String LOGOUT = "/oidc/logout";

	private final Discovery discovery;

	private final Redirects redirects;

	private final BackChannelLogout backChannelLogout;

	private final BrowserSessions browserSessions;

	private final Codes codes;

	private final UserTokens userTokens;

	private final AuthorizationEndpoint authorizationEndpoint;

	private final UserInfoEndpoint userInfoEndpoint;

	private final LogoutEndpoint logoutEndpoint;

	/**
	 * Create the provider.
	 * @param clientId the id of the client that users sign in to
	 * @param state the state of the environment
	 * @param url returns the URL of the environment
	 * @param tokenEndpoint what issues the tokens
	 * @param accessTokens what signs the tokens
	 * @param users the users
	 * @param sessions the sessions
	 * @param organizations the organizations
	 * @param connections the connections
	 * @param domains the domains
	 * @param logs the authentication logs
	 */
	public OpenIdProvider(String clientId, EnvironmentState state, Supplier<String> url, TokenEndpoint tokenEndpoint,
			AccessTokens accessTokens, Users users, Sessions sessions, Organizations organizations,
			Connections connections, Domains domains, AuthenticationLogs logs) {
		this.discovery = new Discovery(url);
		this.redirects = new Redirects(state);
		this.backChannelLogout = new BackChannelLogout(state, accessTokens);
		this.browserSessions = new BrowserSessions(url, sessions);
		this.codes = new Codes(state);
		this.userTokens = new UserTokens(this.codes, accessTokens, users, sessions);
		this.authorizationEndpoint = new AuthorizationEndpoint(clientId, this.redirects,
				new OrganizationSelector(organizations, connections, domains), users, sessions, logs,
				this.browserSessions, this.codes);
		this.userInfoEndpoint = new UserInfoEndpoint(state, accessTokens, users, sessions);
		this.logoutEndpoint = new LogoutEndpoint(clientId, this.redirects, accessTokens, sessions,
				this.browserSessions);
		tokenEndpoint.grant("authorization_code", this.userTokens::exchange);
		tokenEndpoint.grant("refresh_token", this.userTokens::refresh);
		sessions.onEnd(this.backChannelLogout::ended);
	}

	/**
	 * Return where browsers may be sent to.
	 * @return the redirects
	 */
	public Redirects redirects() {
		return this.redirects;
	}

	/**
	 * Return the calls that tell of sessions that have ended.
	 * @return the calls
	 */
	public BackChannelLogout backChannelLogout() {
		return this.backChannelLogout;
	}

	@Override
	public void register(Router router) {
		router.get("/.well-known/openid-configuration", this.discovery::describe);
		router.get("/.well-known/oauth-authorization-server", this.discovery::describe);
		router.get(AUTHORIZE, refusing(this.authorizationEndpoint::authorize));
		router.post(AUTHORIZE, refusing(this.authorizationEndpoint::choose));
		router.get(USER_INFO, this.userInfoEndpoint::describe);
		router.post(USER_INFO, this.userInfoEndpoint::describe);
		router.get(LOGOUT, refusing((request) -> this.logoutEndpoint.logout(request, Parameters.ofQuery(request))));
		router.post(LOGOUT, refusing((request) -> this.logoutEndpoint.logout(request, Parameters.ofForm(request))));
	}

	private static Handler refusing(Handler handler) {
		return (request) -> {
			try {
				return handler.handle(request);
			}
			catch (RefusedException ex) {
				return ex.response();
			}
		};
	}

	@Override
	public void reset() {
		this.redirects.reset();
		this.backChannelLogout.reset();
		this.browserSessions.clear();
		this.codes.clear();
		this.userTokens.clear();
	}

}
