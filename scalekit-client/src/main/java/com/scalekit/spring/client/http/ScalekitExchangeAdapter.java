package com.scalekit.spring.client.http;

import java.time.Duration;
import java.util.function.Function;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.ReactorHttpExchangeAdapterDecorator;
import org.springframework.web.util.UriBuilderFactory;

import com.scalekit.spring.client.observation.ClientListener;

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

	private final ObservationRegistry observationRegistry;

	private final ClientListener listener;

	ScalekitExchangeAdapter(WebClientAdapter delegate, UriBuilderFactory uriBuilderFactory, Duration requestTimeout,
			int maxAttempts, RetryQuota retryQuota, ObservationRegistry observationRegistry, ClientListener listener) {
		super(delegate);
		this.uriBuilderFactory = uriBuilderFactory;
		this.requestTimeout = requestTimeout;
		this.maxAttempts = maxAttempts;
		this.retryQuota = retryQuota;
		this.observationRegistry = observationRegistry;
		this.listener = listener;
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
		return Mono.deferContextual((context) -> {
			Call call = newCall(values);
			Mono<T> attempts = Retrying.attempts(() -> {
				call.beginAttempt();
				return exchange.apply(call).doOnSuccess((result) -> call.succeed());
			}, call::retry).timeout(this.requestTimeout, Mono.error(call::timedOut));
			return withObservationOfCaller(attempts, context);
		});
	}

	/**
	 * A retry is made on another thread than the call, so the observation of a caller who
	 * has it on the thread only is taken along.
	 */
	private <T> Mono<T> withObservationOfCaller(Mono<T> attempts, ContextView context) {
		Observation current = this.observationRegistry.getCurrentObservation();
		return (current == null || context.hasKey(ObservationThreadLocalAccessor.KEY)) ? attempts
				: attempts.contextWrite(Context.of(ObservationThreadLocalAccessor.KEY, current));
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
		return new Call(values, this.uriBuilderFactory, this.requestTimeout, this.maxAttempts, this.retryQuota,
				this.listener);
	}

}
