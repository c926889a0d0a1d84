package com.scalekit.spring.security.resource;

import java.io.Serial;
import java.util.function.Predicate;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.server.resource.web.server.BearerTokenServerAuthenticationEntryPoint;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Filter around the one that authenticates bearer tokens in reactive applications. If a
 * token cannot be checked, the response has status 503, so that the caller keeps its
 * token and tries again.
 */
public final class BearerTokenWebFilter implements WebFilter {

	private final ServerAuthenticationEntryPoint entryPoint = new BearerTokenServerAuthenticationEntryPoint();

	private BearerTokenWebFilter() {
	}

	/**
	 * Adds the filter to a chain. Requests without a bearer token pass it.
	 * @return a customizer
	 */
	public static Customizer<ServerHttpSecurity> customizer() {
		return (http) -> http.addFilterBefore(new BearerTokenWebFilter(), SecurityWebFiltersOrder.AUTHENTICATION);
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		BearerRequest bearer = new BearerRequest(
				exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION));
		if (!bearer.hasBearerToken()) {
			return chain.filter(exchange);
		}
		if (bearer.isAmbiguous()) {
			return this.entryPoint.commence(exchange, BearerRequest.ambiguous());
		}
		return chain.filter(exchange)
			.contextWrite((context) -> context.put(BearerTokenWebFilter.class, true))
			.onErrorResume(BearerTokenWebFilter::isOutage, (ex) -> exchange.getResponse().isCommitted() ? Mono.error(ex)
					: unavailable(exchange.getResponse()));
	}

	/**
	 * Has an outage pass the filters in between. That of a login in the same chain would
	 * take it for its own, and answer it with a redirect.
	 */
	static <T> Mono<T> reportOutage(Mono<T> result, Predicate<Throwable> outage) {
		return Mono.deferContextual((context) -> context.hasKey(BearerTokenWebFilter.class)
				? result.onErrorMap(outage, OutageException::new) : result);
	}

	private static boolean isOutage(Throwable failure) {
		return failure instanceof OutageException || failure instanceof AuthenticationServiceException;
	}

	private static Mono<Void> unavailable(ServerHttpResponse response) {
		response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
		response.getHeaders().set(HttpHeaders.RETRY_AFTER, BearerRequest.RETRY_AFTER);
		return response.setComplete();
	}

	/**
	 * Unlike those of Spring Security, it is no failed authentication.
	 */
	private static final class OutageException extends RuntimeException {

		@Serial
		private static final long serialVersionUID = 1L;

		OutageException(Throwable cause) {
			super(cause);
		}

	}

}
