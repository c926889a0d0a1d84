package com.scalekit.spring.security.login;

import java.net.URI;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

import com.scalekit.spring.security.login.EntryParameters.Entry;

/**
 * Routes the logins of Scalekit. Those of other registrations stay as they are.
 */
final class ReactiveLoginRequestResolver implements ServerOAuth2AuthorizationRequestResolver {

	private final ServerOAuth2AuthorizationRequestResolver delegate;

	private final EntryParameters parameters;

	private final ServerRequestCache requestCache;

	ReactiveLoginRequestResolver(ScalekitLogin login, ReactiveClientRegistrationRepository registrations,
			ServerRequestCache requestCache) {
		this.delegate = new DefaultServerOAuth2AuthorizationRequestResolver(registrations);
		this.parameters = new EntryParameters(login);
		this.requestCache = requestCache;
	}

	@Override
	public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
		return this.delegate.resolve(exchange)
			.flatMap((resolved) -> isScalekit(resolved) ? route(resolved, exchange) : Mono.just(resolved));
	}

	@Override
	public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String registrationId) {
		return this.delegate.resolve(exchange, registrationId)
			.map((resolved) -> isScalekit(resolved) ? this.parameters.none().applyTo(resolved) : resolved);
	}

	private Mono<OAuth2AuthorizationRequest> route(OAuth2AuthorizationRequest resolved, ServerWebExchange exchange) {
		MultiValueMap<String, String> parameters = exchange.getRequest().getQueryParams();
		Mono<Entry> entry = Mono.fromSupplier(() -> this.parameters.read(parameters));
		return (EntryParameters.mayBlock(parameters) ? entry.subscribeOn(Schedulers.boundedElastic()) : entry)
			.flatMap((read) -> goThereAfterwards(read, exchange).thenReturn(read.applyTo(resolved)));
	}

	private Mono<Void> goThereAfterwards(Entry entry, ServerWebExchange exchange) {
		if (entry.relayState() == null) {
			return Mono.empty();
		}
		ServerHttpRequest request = exchange.getRequest();
		String contextPath = request.getPath().contextPath().value();
		if (!entry.relayState().startsWith(contextPath + "/")) {
			return Mono.empty();
		}
		URI target = request.getURI().resolve(entry.relayState());
		return this.requestCache.saveRequest(exchange.mutate()
			.request((builder) -> builder.method(HttpMethod.GET).uri(target).contextPath(contextPath))
			.build());
	}

	private static boolean isScalekit(OAuth2AuthorizationRequest request) {
		return ScalekitLogin.isScalekit(request.getAttribute(OAuth2ParameterNames.REGISTRATION_ID));
	}

}
