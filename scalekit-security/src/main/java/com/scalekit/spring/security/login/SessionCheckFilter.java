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

import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refreshes the tokens of a session when they are over, to find out whether the session
 * at Scalekit still exists and what the user may do now. If it does not exist, the
 * session here ends too. While Scalekit does not answer, it goes on for some time.
 */
final class SessionCheckFilter extends OncePerRequestFilter {

	private static final Log logger = LogFactory.getLog(SessionCheckFilter.class);

	private final LoginRefresher refresher;

	private final Duration maxStale;

	private final Clock clock;

	SessionCheckFilter(LoginRefresher refresher, Duration maxStale, Clock clock) {
		this.refresher = refresher;
		this.maxStale = maxStale;
		this.clock = clock;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		OAuth2AuthenticationToken login = this.refresher.login();
		if (login != null) {
			check(login, request, response);
		}
		chain.doFilter(request, response);
	}

	private void check(OAuth2AuthenticationToken login, HttpServletRequest request, HttpServletResponse response) {
		OAuth2AuthorizedClient client = this.refresher.load(login, request);
		if (client == null || !AuthorizedClients.isRefreshable(client, this.clock.instant())) {
			return;
		}
		try {
			this.refresher.refresh(client, login, request, response);
		}
		catch (ClientAuthorizationRequiredException | OAuth2AuthenticationException ex) {
			logger.debug("Session ends, since that at Scalekit has ended");
			LoginRefresher.end(login, request, response);
		}
		catch (OAuth2AuthorizationException ex) {
			logger.warn("Session cannot be checked: " + ex.getMessage());
			if (AuthorizedClients.isExpiredFor(this.maxStale, client, this.clock.instant())) {
				LoginRefresher.end(login, request, response);
			}
		}
	}

}
