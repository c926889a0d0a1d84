package com.scalekit.spring.security.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

import com.scalekit.spring.client.error.ScalekitTokenException;

/**
 * Refreshes the login of a user, so that the user has the roles and permissions that
 * Scalekit knows now. Created by {@link ServletLogin#refresher}.
 */
public final class LoginRefresher {

	private final OAuth2AuthorizedClientManager manager;

	private final OAuth2AuthorizedClientRepository repository;

	private final OAuth2UserService<OidcUserRequest, OidcUser> users;

	private final RefreshedLogins refreshedLogins;

	private final SecurityContextHolderStrategy contexts = SecurityContextHolder.getContextHolderStrategy();

	private final SecurityContextRepository contextRepository = new HttpSessionSecurityContextRepository();

	LoginRefresher(OAuth2AuthorizedClientManager manager, OAuth2AuthorizedClientRepository repository,
			OAuth2UserService<OidcUserRequest, OidcUser> users, RefreshedLogins refreshedLogins) {
		this.manager = manager;
		this.repository = repository;
		this.users = users;
		this.refreshedLogins = refreshedLogins;
	}

	/**
	 * Refreshes the login of the user who sends a request, even if the tokens are not
	 * over yet. If Scalekit refuses since the session there has ended, the session here
	 * ends too.
	 * @param request the request
	 * @param response the response
	 * @throws ClientAuthorizationRequiredException if Scalekit refuses or there is no
	 * refresh token; Spring Security then lets the user sign in again
	 * @throws ScalekitTokenException if Scalekit does not answer; the login stays as it
	 * is
	 * @throws AccessDeniedException if the user has not signed in with Scalekit
	 */
	public void refresh(HttpServletRequest request, HttpServletResponse response) {
		OAuth2AuthenticationToken login = login();
		if (login == null) {
			throw new AccessDeniedException("The user has not signed in with Scalekit");
		}
		OAuth2AuthorizedClient client = load(login, request);
		if (client == null || client.getRefreshToken() == null) {
			throw new ClientAuthorizationRequiredException(ScalekitLogin.REGISTRATION_ID);
		}
		try {
			refresh(AuthorizedClients.over(client), login, request, response);
		}
		catch (ClientAuthorizationRequiredException | OAuth2AuthenticationException ex) {
			end(login, request, response);
			throw new ClientAuthorizationRequiredException(ScalekitLogin.REGISTRATION_ID);
		}
		catch (OAuth2AuthorizationException ex) {
			throw RefreshedLogins.failure(ex);
		}
	}

	/**
	 * Returns how the user has signed in, if that was with Scalekit.
	 */
	@Nullable OAuth2AuthenticationToken login() {
		return (this.contexts.getContext().getAuthentication() instanceof OAuth2AuthenticationToken login
				&& ScalekitLogin.isScalekit(login.getAuthorizedClientRegistrationId())) ? login : null;
	}

	@Nullable OAuth2AuthorizedClient load(OAuth2AuthenticationToken login, HttpServletRequest request) {
		return this.repository.loadAuthorizedClient(ScalekitLogin.REGISTRATION_ID, login, request);
	}

	void refresh(OAuth2AuthorizedClient client, OAuth2AuthenticationToken login, HttpServletRequest request,
			HttpServletResponse response) {
		OAuth2AuthorizedClient refreshed = this.manager.authorize(OAuth2AuthorizeRequest.withAuthorizedClient(client)
			.principal(login)
			.attribute(HttpServletRequest.class.getName(), request)
			.attribute(HttpServletResponse.class.getName(), response)
			.build());
		OidcUser present = (refreshed != null && login.getPrincipal() instanceof OidcUser user)
				? this.users.loadUser(RefreshedLogins.request(user, refreshed)) : null;
		if (present != null) {
			SecurityContext context = this.contexts.createEmptyContext();
			context.setAuthentication(this.refreshedLogins.with(present, login));
			this.contexts.setContext(context);
			this.contextRepository.saveContext(context, request, response);
		}
	}

	static void end(OAuth2AuthenticationToken login, HttpServletRequest request, HttpServletResponse response) {
		new SecurityContextLogoutHandler().logout(request, response, login);
	}

}
