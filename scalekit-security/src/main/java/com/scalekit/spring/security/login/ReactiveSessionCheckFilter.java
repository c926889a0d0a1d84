package com.scalekit.spring.security.login;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.ReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.WebSession;

/**
 * Refreshes the tokens of a session when they are over, to find out whether the session
 * at Scalekit still exists and what the user may do now. If it does not exist, the
 * session here ends too. While Scalekit does not answer, it goes on for some time.
 */
final class ReactiveSessionCheckFilter implements WebFilter {

	private static final Log logger = LogFactory.getLog(ReactiveSessionCheckFilter.class);

	private final ReactiveOAuth2AuthorizedClientManager manager;

	private final ServerOAuth2AuthorizedClientRepository repository;

	private final ReactiveOAuth2UserService<OidcUserRequest, OidcUser> users;

	private final RefreshedLogins refreshedLogins;

	private final Duration maxStale;

	private final Clock clock;

	private final ServerSecurityContextRepository contextRepository = new WebSessionServerSecurityContextRepository();

	ReactiveSessionCheckFilter(ReactiveOAuth2AuthorizedClientManager manager,
			ServerOAuth2AuthorizedClientRepository repository,
			ReactiveOAuth2UserService<OidcUserRequest, OidcUser> users, RefreshedLogins refreshedLogins,
			Duration maxStale, Clock clock) {
		this.manager = manager;
		this.repository = repository;
		this.users = users;
		this.refreshedLogins = refreshedLogins;
		this.maxStale = maxStale;
		this.clock = clock;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return ReactiveSecurityContextHolder.getContext()
			.mapNotNull(SecurityContext::getAuthentication)
			.ofType(OAuth2AuthenticationToken.class)
			.filter((login) -> ScalekitLogin.isScalekit(login.getAuthorizedClientRegistrationId()))
			.flatMap((login) -> check(login, exchange))
			.defaultIfEmpty(Check.UNCHANGED)
			.flatMap((check) -> goOn(check, exchange, chain));
	}

	private static Mono<Void> goOn(Check check, ServerWebExchange exchange, WebFilterChain chain) {
		if (check.ended()) {
			return exchange.getSession()
				.flatMap(WebSession::invalidate)
				.then(chain.filter(exchange).contextWrite(ReactiveSecurityContextHolder.clearContext()));
		}
		return check.context()
			.map((context) -> chain.filter(exchange)
				.contextWrite(ReactiveSecurityContextHolder.withSecurityContext(Mono.just(context))))
			.orElseGet(() -> chain.filter(exchange));
	}

	private Mono<Check> check(OAuth2AuthenticationToken login, ServerWebExchange exchange) {
		return this.repository
			.<OAuth2AuthorizedClient>loadAuthorizedClient(ScalekitLogin.REGISTRATION_ID, login, exchange)
			.filter((client) -> AuthorizedClients.isRefreshable(client, this.clock.instant()))
			.flatMap((client) -> refresh(client, login, exchange));
	}

	private Mono<Check> refresh(OAuth2AuthorizedClient client, OAuth2AuthenticationToken login,
			ServerWebExchange exchange) {
		return this.manager
			.authorize(OAuth2AuthorizeRequest.withAuthorizedClient(client)
				.principal(login)
				.attribute(ServerWebExchange.class.getName(), exchange)
				.build())
			.flatMap((refreshed) -> replace(login, refreshed, exchange))
			.onErrorResume(ReactiveSessionCheckFilter::isRefused, (ex) -> {
				logger.debug("Session ends, since that at Scalekit has ended");
				return Mono.just(Check.ENDED);
			})
			.onErrorResume(OAuth2AuthorizationException.class, (ex) -> {
				logger.warn("Session cannot be checked: " + ex.getMessage());
				return Mono.just(AuthorizedClients.isExpiredFor(this.maxStale, client, this.clock.instant())
						? Check.ENDED : Check.UNCHANGED);
			});
	}

	private static boolean isRefused(Throwable failure) {
		return failure instanceof ClientAuthorizationRequiredException
				|| failure instanceof OAuth2AuthenticationException;
	}

	private Mono<Check> replace(OAuth2AuthenticationToken login, OAuth2AuthorizedClient client,
			ServerWebExchange exchange) {
		if (!(login.getPrincipal() instanceof OidcUser user)) {
			return Mono.just(Check.UNCHANGED);
		}
		return this.users.loadUser(RefreshedLogins.request(user, client)).flatMap((present) -> {
			SecurityContext context = new SecurityContextImpl(this.refreshedLogins.with(present, login));
			return this.contextRepository.save(exchange, context).thenReturn(new Check(false, Optional.of(context)));
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
