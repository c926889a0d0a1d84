package com.scalekit.spring.security.login;

import java.time.Clock;
import java.time.Duration;

import jakarta.servlet.Filter;
import org.jspecify.annotations.Nullable;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Creates what Spring Security needs for a login in a servlet application. Everything
 * acts for the registration {@value ScalekitLogin#REGISTRATION_ID} only, and leaves other
 * ways to sign in as they are.
 */
public final class ServletLogin {

	private final ScalekitLogin login;

	/**
	 * Creates the parts of a login.
	 * @param login the login
	 */
	public ServletLogin(ScalekitLogin login) {
		this.login = login;
	}

	/**
	 * Routes logins to an organization, a connection or a provider, as the URL that
	 * starts them says.
	 * @param registrations the registrations of the application
	 * @param requestCache remembers where the user wants to go
	 * @return the resolver
	 */
	public OAuth2AuthorizationRequestResolver authorizationRequestResolver(ClientRegistrationRepository registrations,
			RequestCache requestCache) {
		return new LoginRequestResolver(this.login, registrations, requestCache);
	}

	/**
	 * Gives users the organization, the roles and the permissions of their access token.
	 * @return the user service
	 */
	public OAuth2UserService<OidcUserRequest, OidcUser> oidcUserService() {
		return new LoginUserService(this.login);
	}

	/**
	 * Decodes ID tokens with the keys of the environment.
	 * @return the factory
	 */
	public JwtDecoderFactory<ClientRegistration> idTokenDecoderFactory() {
		return new IdTokenDecoders(this.login);
	}

	/**
	 * Exchanges codes for tokens.
	 * @return the client
	 */
	public OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeTokenClient() {
		return new LoginTokenClient<>(
				new ReactiveLoginTokenClient<>(this.login, WebClientReactiveAuthorizationCodeTokenResponseClient::new),
				new RestClientAuthorizationCodeTokenResponseClient());
	}

	/**
	 * Exchanges refresh tokens for new tokens.
	 * @return the client
	 */
	public OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshTokenClient() {
		return new LoginTokenClient<>(
				new ReactiveLoginTokenClient<>(this.login, WebClientReactiveRefreshTokenTokenResponseClient::new),
				new RestClientRefreshTokenTokenResponseClient());
	}

	/**
	 * Keeps tokens in the session, without the client secret.
	 * @param registrations the registrations of the application
	 * @param others keeps the tokens of other registrations
	 * @return the repository
	 */
	public static OAuth2AuthorizedClientRepository authorizedClientRepository(
			ClientRegistrationRepository registrations, OAuth2AuthorizedClientRepository others) {
		return new SessionAuthorizedClientRepository(registrations, others);
	}

	/**
	 * Refreshes the tokens of a session once, however many of its requests need it. If
	 * Scalekit refuses a refresh, there is a {@code ClientAuthorizationRequiredException}
	 * that lets the user sign in again.
	 * @param manager the manager that refreshes
	 * @param repository keeps the tokens
	 * @return the manager to use
	 */
	public static OAuth2AuthorizedClientManager singleFlight(OAuth2AuthorizedClientManager manager,
			OAuth2AuthorizedClientRepository repository) {
		if (manager instanceof DefaultOAuth2AuthorizedClientManager stock) {
			stock.setAuthorizationFailureHandler(SingleFlightAuthorizedClientManager.failureHandler(repository));
		}
		return new SingleFlightAuthorizedClientManager(manager, repository);
	}

	/**
	 * Ends the session at Scalekit when a user signs out.
	 * @param registrations the registrations of the application
	 * @param postLogoutRedirectUri where Scalekit sends the browser afterwards, which may
	 * hold the variables of Spring Security
	 * @return the customizer
	 */
	public static Customizer<LogoutConfigurer<HttpSecurity>> logout(ClientRegistrationRepository registrations,
			String postLogoutRedirectUri) {
		return new ScalekitLogout(registrations, postLogoutRedirectUri);
	}

	/**
	 * Ends sessions when Scalekit calls the application since they have ended there. This
	 * is a preview: Scalekit does not document its call, which is expected to follow
	 * OpenID Connect Back-Channel Logout.
	 * @param registrations the registrations of the application
	 * @param sessions knows the sessions
	 * @param sessionCookie the name of the session cookie
	 * @param internalUri where the application reaches itself, if that is not where it is
	 * called; it may hold the variables of Spring Security
	 * @return the customizer, which acts on chains that have a login
	 */
	public Customizer<HttpSecurity> backChannelLogout(ClientRegistrationRepository registrations,
			OidcSessionRegistry sessions, String sessionCookie, @Nullable String internalUri) {
		return (http) -> http
			.with(new BackChannelLogoutConfigurer(this.login, registrations, sessions, sessionCookie, internalUri));
	}

	/**
	 * Refreshes the login of a user, so that the user has the roles and permissions that
	 * Scalekit knows now.
	 * @param manager refreshes the tokens of a session once
	 * @param repository keeps the tokens
	 * @param users gives users the roles and permissions of their access token
	 * @param authoritiesMapper maps the authorities of users
	 * @return the refresher
	 */
	public static LoginRefresher refresher(OAuth2AuthorizedClientManager manager,
			OAuth2AuthorizedClientRepository repository, OAuth2UserService<OidcUserRequest, OidcUser> users,
			GrantedAuthoritiesMapper authoritiesMapper) {
		return new LoginRefresher(manager, repository, users, new RefreshedLogins(authoritiesMapper));
	}

	/**
	 * Refreshes the tokens of a session when they are over, and with them what the user
	 * may do. Ends the session if Scalekit refuses.
	 * @param refresher refreshes logins
	 * @param maxStale how long after its tokens a session may go on while Scalekit does
	 * not answer
	 * @param clock the clock
	 * @return the filter, which belongs before the {@code AuthorizationFilter}
	 */
	public static Filter sessionCheck(LoginRefresher refresher, Duration maxStale, Clock clock) {
		return new SessionCheckFilter(refresher, maxStale, clock);
	}

}
