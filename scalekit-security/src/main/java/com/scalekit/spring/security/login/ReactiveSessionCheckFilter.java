package com.scalekit.spring.security.login;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Refreshes the tokens of a session when they are over, to find out whether the session
 * at Scalekit still exists and what the user may do now. If it does not exist, the
 * session here ends too. While Scalekit does not answer, it goes on for some time.
 */
final class ReactiveSessionCheckFilter implements WebFilter {

	private static final Log logger = LogFactory.getLog(ReactiveSessionCheckFilter.class);

	private final ReactiveLoginRefresher refresher;

	private final Duration maxStale;

	private final Clock clock;

	ReactiveSessionCheckFilter(ReactiveLoginRefresher refresher, Duration maxStale, Clock clock) {
		this.refresher = refresher;
		this.maxStale = maxStale;
		this.clock = clock;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return ReactiveLoginRefresher.login()
			.flatMap((login) -> check(login, exchange))
			.defaultIfEmpty(Check.UNCHANGED)
			.flatMap((check) -> goOn(check, exchange, chain));
	}

	private static Mono<Void> goOn(Check check, ServerWebExchange exchange, WebFilterChain chain) {
		if (check.ended()) {
			return ReactiveLoginRefresher.end(exchange)
				.then(chain.filter(exchange).contextWrite(ReactiveSecurityContextHolder.clearContext()));
		}
		return check.context()
			.map((context) -> chain.filter(exchange)
				.contextWrite(ReactiveSecurityContextHolder.withSecurityContext(Mono.just(context))))
			.orElseGet(() -> chain.filter(exchange));
	}

	private Mono<Check> check(OAuth2AuthenticationToken login, ServerWebExchange exchange) {
		return this.refresher.load(login, exchange)
			.filter((client) -> AuthorizedClients.isRefreshable(client, this.clock.instant()))
			.flatMap((client) -> refresh(client, login, exchange));
	}

	private Mono<Check> refresh(OAuth2AuthorizedClient client, OAuth2AuthenticationToken login,
			ServerWebExchange exchange) {
		return this.refresher.refresh(client, login, exchange)
			.map((context) -> new Check(false, Optional.of(context)))
			.onErrorResume(ReactiveLoginRefresher::isRefused, (ex) -> {
				logger.debug("Session ends, since that at Scalekit has ended");
				return Mono.just(Check.ENDED);
			})
			.onErrorResume(OAuth2AuthorizationException.class, (ex) -> {
				logger.warn("Session cannot be checked: " + ex.getMessage());
				return Mono.just(AuthorizedClients.isExpiredFor(this.maxStale, client, this.clock.instant())
						? Check.ENDED : Check.UNCHANGED);
			});
	}

	/**
	 * What the check has found out.
	 *
	 * @param ended whether the session ends
	 * @param context the present context, if it is another one
	 */
	private record Check(boolean ended, Optional<SecurityContext> context) {

		private static final Check UNCHANGED = new Check(false, Optional.empty());

		private static final Check ENDED = new Check(true, Optional.empty());

	}

}
