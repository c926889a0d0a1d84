package com.scalekit.spring.security.login;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

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
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refreshes the tokens of a session when they are over, to find out whether the session
 * at Scalekit still exists and what the user may do now. If it does not exist, the
 * session here ends too. While Scalekit does not answer, it goes on for some time.
 */
final class SessionCheckFilter extends OncePerRequestFilter {

	private static final Log logger = LogFactory.getLog(SessionCheckFilter.class);

	private final OAuth2AuthorizedClientManager manager;

	private final OAuth2AuthorizedClientRepository repository;

	private final OAuth2UserService<OidcUserRequest, OidcUser> users;

	private final RefreshedLogins refreshedLogins;

	private final Duration maxStale;

	private final Clock clock;

	private final SecurityContextHolderStrategy contexts = SecurityContextHolder.getContextHolderStrategy();

	private final SecurityContextRepository contextRepository = new HttpSessionSecurityContextRepository();

	SessionCheckFilter(OAuth2AuthorizedClientManager manager, OAuth2AuthorizedClientRepository repository,
			OAuth2UserService<OidcUserRequest, OidcUser> users, RefreshedLogins refreshedLogins, Duration maxStale,
			Clock clock) {
		this.manager = manager;
		this.repository = repository;
		this.users = users;
		this.refreshedLogins = refreshedLogins;
		this.maxStale = maxStale;
		this.clock = clock;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (this.contexts.getContext().getAuthentication() instanceof OAuth2AuthenticationToken login
				&& ScalekitLogin.isScalekit(login.getAuthorizedClientRegistrationId())) {
			check(login, request, response);
		}
		chain.doFilter(request, response);
	}

	private void check(OAuth2AuthenticationToken login, HttpServletRequest request, HttpServletResponse response) {
		OAuth2AuthorizedClient client = this.repository.loadAuthorizedClient(ScalekitLogin.REGISTRATION_ID, login,
				request);
		if (client == null || !AuthorizedClients.isRefreshable(client, this.clock.instant())) {
			return;
		}
		try {
			replace(login, refresh(client, login, request, response), request, response);
		}
		catch (ClientAuthorizationRequiredException | OAuth2AuthenticationException ex) {
			logger.debug("Session ends, since that at Scalekit has ended");
			end(login, request, response);
		}
		catch (OAuth2AuthorizationException ex) {
			logger.warn("Session cannot be checked: " + ex.getMessage());
			if (AuthorizedClients.isExpiredFor(this.maxStale, client, this.clock.instant())) {
				end(login, request, response);
			}
		}
	}

	private @Nullable OAuth2AuthorizedClient refresh(OAuth2AuthorizedClient client, OAuth2AuthenticationToken login,
			HttpServletRequest request, HttpServletResponse response) {
		return this.manager.authorize(OAuth2AuthorizeRequest.withAuthorizedClient(client)
			.principal(login)
			.attribute(HttpServletRequest.class.getName(), request)
			.attribute(HttpServletResponse.class.getName(), response)
			.build());
	}

	private void replace(OAuth2AuthenticationToken login, @Nullable OAuth2AuthorizedClient client,
			HttpServletRequest request, HttpServletResponse response) {
		OidcUser present = (client != null && login.getPrincipal() instanceof OidcUser user)
				? this.users.loadUser(RefreshedLogins.request(user, client)) : null;
		if (present != null) {
			SecurityContext context = this.contexts.createEmptyContext();
			context.setAuthentication(this.refreshedLogins.with(present, login));
			this.contexts.setContext(context);
			this.contextRepository.saveContext(context, request, response);
		}
	}

	private static void end(OAuth2AuthenticationToken login, HttpServletRequest request, HttpServletResponse response) {
		new SecurityContextLogoutHandler().logout(request, response, login);
	}

}
