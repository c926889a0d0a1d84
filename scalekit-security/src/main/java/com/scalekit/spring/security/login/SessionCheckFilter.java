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

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refreshes the tokens of a session when they are over, to find out whether the session
 * at Scalekit still exists. If it does not, the session here ends too. While Scalekit
 * does not answer, it goes on for some time.
 */
final class SessionCheckFilter extends OncePerRequestFilter {

	private static final Log logger = LogFactory.getLog(SessionCheckFilter.class);

	private final OAuth2AuthorizedClientManager manager;

	private final OAuth2AuthorizedClientRepository repository;

	private final Duration maxStale;

	private final Clock clock;

	private final SecurityContextHolderStrategy contexts = SecurityContextHolder.getContextHolderStrategy();

	SessionCheckFilter(OAuth2AuthorizedClientManager manager, OAuth2AuthorizedClientRepository repository,
			Duration maxStale, Clock clock) {
		this.manager = manager;
		this.repository = repository;
		this.maxStale = maxStale;
		this.clock = clock;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (this.contexts.getContext().getAuthentication() instanceof OAuth2AuthenticationToken login
				&& ScalekitLogin.isScalekit(login.getAuthorizedClientRegistrationId())
				&& hasEnded(login, request, response)) {
			new SecurityContextLogoutHandler().logout(request, response, login);
		}
		chain.doFilter(request, response);
	}

	private boolean hasEnded(Authentication login, HttpServletRequest request, HttpServletResponse response) {
		OAuth2AuthorizedClient client = this.repository.loadAuthorizedClient(ScalekitLogin.REGISTRATION_ID, login,
				request);
		if (client == null || client.getRefreshToken() == null
				|| !AuthorizedClients.isExpiredFor(Duration.ZERO, client, this.clock.instant())) {
			return false;
		}
		try {
			this.manager.authorize(OAuth2AuthorizeRequest.withAuthorizedClient(client)
				.principal(login)
				.attribute(HttpServletRequest.class.getName(), request)
				.attribute(HttpServletResponse.class.getName(), response)
				.build());
			return false;
		}
		catch (ClientAuthorizationRequiredException ex) {
			logger.debug("Session ends, since that at Scalekit has ended");
			return true;
		}
		catch (OAuth2AuthorizationException ex) {
			logger.warn("Session cannot be checked: " + ex.getMessage());
			return AuthorizedClients.isExpiredFor(this.maxStale, client, this.clock.instant());
		}
	}

}
