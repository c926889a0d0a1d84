package com.scalekit.spring.security.login;

import java.time.Clock;
import java.time.Duration;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.ReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.web.server.WebFilter;

/**
 * Creates what Spring Security needs for a login in a reactive application. Everything
 * acts for the registration {@value ScalekitLogin#REGISTRATION_ID} only, and leaves other
 * ways to sign in as they are.
 */
public final class ReactiveLogin {

	private final ScalekitLogin login;

	/**
	 * Creates the parts of a login.
	 * @param login the login
	 */
	public ReactiveLogin(ScalekitLogin login) {
		this.login = login;
	}

	/**
	 * Routes logins to an organization, a connection or a provider, as the URL that
	 * starts them says.
	 * @param registrations the registrations of the application
	 * @param requestCache remembers where the user wants to go
	 * @return the resolver
	 */
	public ServerOAuth2AuthorizationRequestResolver authorizationRequestResolver(
			ReactiveClientRegistrationRepository registrations, ServerRequestCache requestCache) {
		return new ReactiveLoginRequestResolver(this.login, registrations, requestCache);
	}

	/**
	 * Gives users the organization, the roles and the permissions of their access token.
	 * @param userInfo loads user information of other registrations
	 * @return the user service
	 */
	public ReactiveOAuth2UserService<OidcUserRequest, OidcUser> oidcUserService(
			ReactiveOAuth2UserService<OAuth2UserRequest, OAuth2User> userInfo) {
		return new ReactiveLoginUserService(this.login, userInfo);
	}

	/**
	 * Decodes ID tokens with the keys of the environment.
	 * @return the factory
	 */
	public ReactiveJwtDecoderFactory<ClientRegistration> idTokenDecoderFactory() {
		return new ReactiveIdTokenDecoders(this.login);
	}

	/**
	 * Exchanges codes for tokens.
	 * @return the client
	 */
	public ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeTokenClient() {
		return new ReactiveLoginTokenClient<>(this.login, WebClientReactiveAuthorizationCodeTokenResponseClient::new);
	}

	/**
	 * Exchanges refresh tokens for new tokens.
	 * @return the client
	 */
	public ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshTokenClient() {
		return new ReactiveLoginTokenClient<>(this.login, WebClientReactiveRefreshTokenTokenResponseClient::new);
	}

	/**
	 * Keeps tokens in the session, without the client secret.
	 * @param registrations the registrations of the application
	 * @param others keeps the tokens of other registrations
	 * @return the repository
	 */
	public static ServerOAuth2AuthorizedClientRepository authorizedClientRepository(
			ReactiveClientRegistrationRepository registrations, ServerOAuth2AuthorizedClientRepository others) {
		return new ReactiveSessionAuthorizedClientRepository(registrations, others);
	}

	/**
	 * Refreshes the tokens of a session once, however many of its requests need it. If
	 * Scalekit refuses a refresh, there is a {@code ClientAuthorizationRequiredException}
	 * that lets the user sign in again.
	 * @param manager the manager that refreshes
	 * @param repository keeps the tokens
	 * @return the manager to use
	 */
	public static ReactiveOAuth2AuthorizedClientManager singleFlight(ReactiveOAuth2AuthorizedClientManager manager,
			ServerOAuth2AuthorizedClientRepository repository) {
		if (manager instanceof DefaultReactiveOAuth2AuthorizedClientManager stock) {
			stock
				.setAuthorizationFailureHandler(ReactiveSingleFlightAuthorizedClientManager.failureHandler(repository));
		}
		return new ReactiveSingleFlightAuthorizedClientManager(manager, repository);
	}

	/**
	 * Ends the session at Scalekit when a user signs out.
	 * @param registrations the registrations of the application
	 * @param postLogoutRedirectUri where Scalekit sends the browser afterwards, which may
	 * hold the variables of Spring Security
	 * @return the customizer
	 */
	public static Customizer<LogoutSpec> logout(ReactiveClientRegistrationRepository registrations,
			String postLogoutRedirectUri) {
		return new ReactiveScalekitLogout(registrations, postLogoutRedirectUri);
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
	public static ReactiveLoginRefresher refresher(ReactiveOAuth2AuthorizedClientManager manager,
			ServerOAuth2AuthorizedClientRepository repository,
			ReactiveOAuth2UserService<OidcUserRequest, OidcUser> users, GrantedAuthoritiesMapper authoritiesMapper) {
		return new ReactiveLoginRefresher(manager, repository, users, new RefreshedLogins(authoritiesMapper));
	}

	/**
	 * Refreshes the tokens of a session when they are over, and with them what the user
	 * may do. Ends the session if Scalekit refuses.
	 * @param refresher refreshes logins
	 * @param maxStale how long after its tokens a session may go on while Scalekit does
	 * not answer
	 * @param clock the clock
	 * @return the filter, which belongs before the one for authorization
	 */
	public static WebFilter sessionCheck(ReactiveLoginRefresher refresher, Duration maxStale, Clock clock) {
		return new ReactiveSessionCheckFilter(refresher, maxStale, clock);
	}

}
