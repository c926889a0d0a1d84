package com.scalekit.spring.security.login;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import reactor.core.publisher.Mono;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizationFailureHandler;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.RemoveAuthorizedClientReactiveOAuth2AuthorizationFailureHandler;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.server.ServerWebExchange;

/**
 * Refreshes the tokens of a session once, however many of its requests need it. Each
 * refresh replaces the refresh token, so a second one with the same token is refused. If
 * Scalekit refuses, the user has to sign in again.
 */
final class ReactiveSingleFlightAuthorizedClientManager implements ReactiveOAuth2AuthorizedClientManager {

	private static final String USED_REFRESH_TOKEN = ReactiveSingleFlightAuthorizedClientManager.class.getName()
			+ ".USED_REFRESH_TOKEN";

	private final ReactiveOAuth2AuthorizedClientManager delegate;

	private final ServerOAuth2AuthorizedClientRepository repository;

	/** Has as many entries as there are sessions with a request, at most. */
	private final ConcurrentMap<String, Mono<OAuth2AuthorizedClient>> flights = new ConcurrentHashMap<>();

	ReactiveSingleFlightAuthorizedClientManager(ReactiveOAuth2AuthorizedClientManager delegate,
			ServerOAuth2AuthorizedClientRepository repository) {
		this.delegate = delegate;
		this.repository = repository;
	}

	@Override
	public Mono<OAuth2AuthorizedClient> authorize(OAuth2AuthorizeRequest request) {
		if (!ScalekitLogin.isScalekit(request.getClientRegistrationId())) {
			return this.delegate.authorize(request);
		}
		return exchange(request)
			.flatMap((exchange) -> exchange.getSession()
				.filter((session) -> session.isStarted())
				.flatMap((session) -> authorize(request, exchange, session.getId())))
			.switchIfEmpty(Mono.defer(() -> this.delegate.authorize(request)));
	}

	private Mono<OAuth2AuthorizedClient> authorize(OAuth2AuthorizeRequest request, ServerWebExchange exchange,
			String sessionId) {
		Mono<OAuth2AuthorizedClient> flight = authorizeStored(request, exchange)
			.doOnTerminate(() -> this.flights.remove(sessionId))
			.cache();
		Mono<OAuth2AuthorizedClient> other = this.flights.putIfAbsent(sessionId, flight);
		return (other != null) ? join(other, request, exchange, sessionId) : flight;
	}

	/**
	 * The other request may have found that there is nothing to refresh.
	 */
	private Mono<OAuth2AuthorizedClient> join(Mono<OAuth2AuthorizedClient> other, OAuth2AuthorizeRequest request,
			ServerWebExchange exchange, String sessionId) {
		return other.flatMap((client) -> AuthorizedClients.isOver(client, request)
				? authorize(request, exchange, sessionId) : Mono.just(client));
	}

	/**
	 * The tokens that the caller holds may be replaced by now.
	 */
	private Mono<OAuth2AuthorizedClient> authorizeStored(OAuth2AuthorizeRequest request, ServerWebExchange exchange) {
		return load(request, exchange)
			.flatMap((stored) -> authorize(request,
					AuthorizedClients.isOver(stored, request) ? AuthorizedClients.over(stored) : stored, exchange)
				.onErrorResume(ReactiveSingleFlightAuthorizedClientManager::isRefused,
						(failure) -> authorizeReplaced(request, stored, exchange)))
			.switchIfEmpty(Mono.defer(() -> this.delegate.authorize(request)));
	}

	private Mono<OAuth2AuthorizedClient> authorizeReplaced(OAuth2AuthorizeRequest request,
			OAuth2AuthorizedClient refused, ServerWebExchange exchange) {
		return load(request, exchange)
			.filter((stored) -> AuthorizedClients.isReplaced(AuthorizedClients.refreshToken(refused), stored))
			.flatMap((stored) -> authorize(request, stored, exchange))
			.switchIfEmpty(
					Mono.error(() -> new ClientAuthorizationRequiredException(request.getClientRegistrationId())));
	}

	private static boolean isRefused(Throwable failure) {
		return failure instanceof ClientAuthorizationException refusal
				&& OAuth2ErrorCodes.INVALID_GRANT.equals(refusal.getError().getErrorCode());
	}

	private Mono<OAuth2AuthorizedClient> authorize(OAuth2AuthorizeRequest request, OAuth2AuthorizedClient stored,
			ServerWebExchange exchange) {
		exchange.getAttributes()
			.put(USED_REFRESH_TOKEN, Objects.requireNonNullElse(AuthorizedClients.refreshToken(stored), ""));
		return this.delegate.authorize(OAuth2AuthorizeRequest.withAuthorizedClient(stored)
			.principal(request.getPrincipal())
			.attributes((attributes) -> {
				attributes.putAll(request.getAttributes());
				attributes.put(ServerWebExchange.class.getName(), exchange);
			})
			.build());
	}

	private Mono<OAuth2AuthorizedClient> load(OAuth2AuthorizeRequest request, ServerWebExchange exchange) {
		return this.repository.loadAuthorizedClient(request.getClientRegistrationId(), request.getPrincipal(),
				exchange);
	}

	private static Mono<ServerWebExchange> exchange(OAuth2AuthorizeRequest request) {
		if (request.getAttribute(ServerWebExchange.class.getName()) instanceof ServerWebExchange exchange) {
			return Mono.just(exchange);
		}
		return Mono.deferContextual((context) -> Mono.justOrEmpty(context.getOrEmpty(ServerWebExchange.class)));
	}

	/**
	 * Removes tokens that are refused, unless somebody else, such as another instance of
	 * the application, has replaced them.
	 */
	static ReactiveOAuth2AuthorizationFailureHandler failureHandler(ServerOAuth2AuthorizedClientRepository repository) {
		return new RemoveAuthorizedClientReactiveOAuth2AuthorizationFailureHandler((registrationId, principal,
				attributes) -> (attributes.get(ServerWebExchange.class.getName()) instanceof ServerWebExchange exchange)
						? remove(repository, registrationId, principal, exchange) : Mono.empty());
	}

	private static Mono<Void> remove(ServerOAuth2AuthorizedClientRepository repository, String registrationId,
			Authentication principal, ServerWebExchange exchange) {
		String used = exchange.getAttribute(USED_REFRESH_TOKEN);
		return repository.<OAuth2AuthorizedClient>loadAuthorizedClient(registrationId, principal, exchange)
			.filter((stored) -> used == null || !AuthorizedClients.isReplaced(used, stored))
			.flatMap((stored) -> repository.removeAuthorizedClient(registrationId, principal, exchange));
	}

}
