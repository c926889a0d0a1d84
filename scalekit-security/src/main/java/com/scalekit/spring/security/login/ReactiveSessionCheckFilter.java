package com.scalekit.spring.security.login;

import java.time.Clock;
import java.time.Duration;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.WebSession;

/**
 * Refreshes the tokens of a session when they are over, to find out whether the session
 * at Scalekit still exists. If it does not, the session here ends too. While Scalekit
 * does not answer, it goes on for some time.
 */
final class ReactiveSessionCheckFilter implements WebFilter {

	private static final Log logger = LogFactory.getLog(ReactiveSessionCheckFilter.class);

	private final ReactiveOAuth2AuthorizedClientManager manager;

	private final ServerOAuth2AuthorizedClientRepository repository;

	private final Duration maxStale;

	private final Clock clock;

	ReactiveSessionCheckFilter(ReactiveOAuth2AuthorizedClientManager manager,
			ServerOAuth2AuthorizedClientRepository repository, Duration maxStale, Clock clock) {
		this.manager = manager;
		this.repository = repository;
		this.maxStale = maxStale;
		this.clock = clock;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return ReactiveSecurityContextHolder.getContext()
			.mapNotNull(SecurityContext::getAuthentication)
			.ofType(OAuth2AuthenticationToken.class)
			.filter((login) -> ScalekitLogin.isScalekit(login.getAuthorizedClientRegistrationId()))
			.flatMap((login) -> hasEnded(login, exchange))
			.defaultIfEmpty(false)
			.flatMap((ended) -> ended
					? exchange.getSession()
						.flatMap(WebSession::invalidate)
						.then(chain.filter(exchange).contextWrite(ReactiveSecurityContextHolder.clearContext()))
					: chain.filter(exchange));
	}

	private Mono<Boolean> hasEnded(Authentication login, ServerWebExchange exchange) {
		return this.repository
			.<OAuth2AuthorizedClient>loadAuthorizedClient(ScalekitLogin.REGISTRATION_ID, login, exchange)
			.filter((client) -> client.getRefreshToken() != null
					&& AuthorizedClients.isExpiredFor(Duration.ZERO, client, this.clock.instant()))
			.flatMap((client) -> refresh(client, login, exchange));
	}

	private Mono<Boolean> refresh(OAuth2AuthorizedClient client, Authentication login, ServerWebExchange exchange) {
		return this.manager
			.authorize(OAuth2AuthorizeRequest.withAuthorizedClient(client)
				.principal(login)
				.attribute(ServerWebExchange.class.getName(), exchange)
				.build())
			.thenReturn(false)
			.onErrorResume(ClientAuthorizationRequiredException.class, (ex) -> {
				logger.debug("Session ends, since that at Scalekit has ended");
				return Mono.just(true);
			})
			.onErrorResume(OAuth2AuthorizationException.class, (ex) -> {
				logger.warn("Session cannot be checked: " + ex.getMessage());
				return Mono.just(AuthorizedClients.isExpiredFor(this.maxStale, client, this.clock.instant()));
			});
	}

}
