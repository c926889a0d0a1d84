package com.scalekit.spring.client.http;

import java.time.Duration;
import java.util.function.Function;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.ReactorHttpExchangeAdapterDecorator;
import org.springframework.web.util.UriBuilderFactory;

/**
 * Sees each call of a contract from its arguments to its decoded result, whether it is
 * made by a blocking or a reactive client: checks the arguments before any I/O, bounds
 * the whole call in time, tries again what is worth it, and turns what goes wrong into
 * the exceptions of this client.
 */
final class ScalekitExchangeAdapter extends ReactorHttpExchangeAdapterDecorator {

	private final UriBuilderFactory uriBuilderFactory;

	private final Duration requestTimeout;

	private final int maxAttempts;

	private final RetryQuota retryQuota;

	ScalekitExchangeAdapter(WebClientAdapter delegate, UriBuilderFactory uriBuilderFactory, Duration requestTimeout,
			int maxAttempts, RetryQuota retryQuota) {
		super(delegate);
		this.uriBuilderFactory = uriBuilderFactory;
		this.requestTimeout = requestTimeout;
		this.maxAttempts = maxAttempts;
		this.retryQuota = retryQuota;
	}

	@Override
	public Mono<Void> exchangeForMono(HttpRequestValues values) {
		return call(values, (call) -> super.exchangeForMono(values));
	}

	@Override
	public Mono<HttpHeaders> exchangeForHeadersMono(HttpRequestValues values) {
		return call(values, (call) -> super.exchangeForHeadersMono(values));
	}

	@Override
	public <T> Mono<T> exchangeForBodyMono(HttpRequestValues values, ParameterizedTypeReference<T> bodyType) {
		return call(values,
				(call) -> super.exchangeForBodyMono(values, bodyType).switchIfEmpty(Mono.error(call::withoutContent)));
	}

	@Override
	public <T> Flux<T> exchangeForBodyFlux(HttpRequestValues values, ParameterizedTypeReference<T> bodyType) {
		return stream(values, (call) -> super.exchangeForBodyFlux(values, bodyType));
	}

	@Override
	public Mono<ResponseEntity<Void>> exchangeForBodilessEntityMono(HttpRequestValues values) {
		return call(values, (call) -> super.exchangeForBodilessEntityMono(values));
	}

	@Override
	public <T> Mono<ResponseEntity<T>> exchangeForEntityMono(HttpRequestValues values,
			ParameterizedTypeReference<T> bodyType) {
		return call(values, (call) -> super.exchangeForEntityMono(values, bodyType));
	}

	@Override
	public <T> Mono<ResponseEntity<Flux<T>>> exchangeForEntityFlux(HttpRequestValues values,
			ParameterizedTypeReference<T> bodyType) {
		return call(values, (call) -> super.exchangeForEntityFlux(values, bodyType))
			.map((entity) -> new ResponseEntity<>(stream(values, (call) -> Flux.from(body(entity))),
					entity.getHeaders(), entity.getStatusCode()));
	}

	private static <T> Flux<T> body(ResponseEntity<Flux<T>> entity) {
		return (entity.getBody() != null) ? entity.getBody() : Flux.empty();
	}

	private <T> Mono<T> call(HttpRequestValues values, Function<Call, Mono<T>> exchange) {
		PathVariables.check(values);
		return Mono.defer(() -> {
			Call call = newCall(values);
			return Retrying.attempts(() -> {
				call.beginAttempt();
				return exchange.apply(call).doOnSuccess((result) -> call.succeed());
			}, call::retry).timeout(this.requestTimeout, Mono.error(call::timedOut));
		});
	}

	/**
	 * A response that is read element by element is not tried again, since some of its
	 * elements may have been delivered.
	 */
	private <T> Flux<T> stream(HttpRequestValues values, Function<Call, Flux<T>> exchange) {
		PathVariables.check(values);
		return Flux.defer(() -> {
			Call call = newCall(values);
			call.beginAttempt();
			return exchange.apply(call)
				.onErrorMap(call::translate)
				.takeUntilOther(Mono.delay(this.requestTimeout).then(Mono.error(call::timedOut)));
		});
	}

	private Call newCall(HttpRequestValues values) {
		return new Call(values, this.uriBuilderFactory, this.requestTimeout, this.maxAttempts, this.retryQuota);
	}

}
