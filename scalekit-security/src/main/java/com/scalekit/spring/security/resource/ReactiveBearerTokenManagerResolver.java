package com.scalekit.spring.security.resource;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.ReactiveAuthenticationManagerResolver;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;

/**
 * Accepts access tokens and API tokens in reactive applications, whose chains have one
 * manager for both: {@code oauth2ResourceServer((server) ->
 * server.authenticationManagerResolver(resolver))}.
 */
public final class ReactiveBearerTokenManagerResolver
		implements ReactiveAuthenticationManagerResolver<ServerWebExchange> {

	private final ReactiveAuthenticationManager manager;

	/**
	 * Creates a resolver.
	 * @param accessTokens authenticates access tokens
	 * @param apiTokens authenticates API tokens, on worker threads
	 */
	public ReactiveBearerTokenManagerResolver(ReactiveAuthenticationManager accessTokens,
			ApiTokenAuthenticationProvider apiTokens) {
		this.manager = (authentication) -> isApiToken(authentication) ? authenticate(authentication, apiTokens)
				: accessTokens.authenticate(authentication);
	}

	@Override
	public Mono<ReactiveAuthenticationManager> resolve(ServerWebExchange exchange) {
		return Mono.just(this.manager);
	}

	private static boolean isApiToken(Authentication authentication) {
		return authentication instanceof BearerTokenAuthenticationToken bearer
				&& !ApiTokenAuthenticationProvider.isJwt(bearer.getToken());
	}

	private static Mono<Authentication> authenticate(Authentication authentication,
			ApiTokenAuthenticationProvider apiTokens) {
		Mono<Authentication> result = Mono.fromCallable(() -> apiTokens.authenticate(authentication))
			.subscribeOn(Schedulers.boundedElastic())
			.onErrorMap((ex) -> !(ex instanceof AuthenticationException),
					(ex) -> new AuthenticationServiceException("API token cannot be validated", ex));
		return BearerTokenWebFilter.reportOutage(result, AuthenticationServiceException.class::isInstance);
	}

}
