package com.scalekit.spring.client.http;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import io.micrometer.observation.ObservationRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;
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

	private final RetryPolicy retryPolicy;

	private final ObservationRegistry observationRegistry;

	ScalekitExchangeAdapter(WebClient webClient, UriBuilderFactory uriBuilderFactory, Duration requestTimeout,
			RetryPolicy retryPolicy, ObservationRegistry observationRegistry) {
		super(WebClientAdapter.create(webClient.mutate().filters(ScalekitExchangeAdapter::addFilters).build()));
		this.uriBuilderFactory = uriBuilderFactory;
		this.requestTimeout = requestTimeout;
		this.retryPolicy = retryPolicy;
		this.observationRegistry = observationRegistry;
	}

	/**
	 * The first filter sees the response that all others agree on, before the status
	 * handlers of the {@link WebClient} do. The last one sees each request as it is sent.
	 */
	private static void addFilters(List<ExchangeFilterFunction> filters) {
		filters.add(0, (request, next) -> Mono
			.deferContextual((context) -> next.exchange(request).flatMap(context.get(Call.class)::requireSuccess)));
		filters.add((request,
				next) -> Mono.deferContextual((context) -> context.<Call>getOrEmpty(Call.class)
					.map((call) -> next.exchange(call.track(request)))
					.orElseGet(() -> next.exchange(request))));
	}

	@Override
	public Mono<Void> exchangeForMono(HttpRequestValues values) {
		return call(values, () -> super.exchangeForMono(values));
	}

	@Override
	public Mono<HttpHeaders> exchangeForHeadersMono(HttpRequestValues values) {
		return call(values, () -> super.exchangeForHeadersMono(values));
	}

	@Override
	public <T> Mono<T> exchangeForBodyMono(HttpRequestValues values, ParameterizedTypeReference<T> bodyType) {
		PathVariables.check(values);
		ParameterizedTypeReference<T> type = EnvelopedType.reference(bodyType,
				values.getAttributes().get(ContractAnnotationsProcessor.ENVELOPE));
		return new CallMono<>(() -> newCall(values), () -> super.exchangeForBodyMono(values, type), true);
	}

	@Override
	public <T> Flux<T> exchangeForBodyFlux(HttpRequestValues values, ParameterizedTypeReference<T> bodyType) {
		PathVariables.check(values);
		return Flux.defer(() -> newCall(values).stream(() -> super.exchangeForBodyFlux(values, bodyType)));
	}

	@Override
	public Mono<ResponseEntity<Void>> exchangeForBodilessEntityMono(HttpRequestValues values) {
		return call(values, () -> super.exchangeForBodilessEntityMono(values));
	}

	@Override
	public <T> Mono<ResponseEntity<T>> exchangeForEntityMono(HttpRequestValues values,
			ParameterizedTypeReference<T> bodyType) {
		return call(values, () -> super.exchangeForEntityMono(values, bodyType));
	}

	@Override
	public <T> Mono<ResponseEntity<Flux<T>>> exchangeForEntityFlux(HttpRequestValues values,
			ParameterizedTypeReference<T> bodyType) {
		return call(values, () -> super.exchangeForEntityFlux(values, bodyType))
			.map((entity) -> new ResponseEntity<>(Flux.defer(() -> newCall(values).streamResponse(body(entity))),
					entity.getHeaders(), entity.getStatusCode()));
	}

	private static <T> Flux<T> body(ResponseEntity<Flux<T>> entity) {
		return (entity.getBody() != null) ? entity.getBody() : Flux.empty();
	}

	private <T> Mono<T> call(HttpRequestValues values, Supplier<Mono<T>> exchange) {
		PathVariables.check(values);
		return new CallMono<>(() -> newCall(values), exchange, false);
	}

	private Call newCall(HttpRequestValues values) {
		return new Call(values, this.uriBuilderFactory, timeout(values), this.retryPolicy,
				this.observationRegistry.getCurrentObservation());
	}

	private Duration timeout(HttpRequestValues values) {
		Duration timeout = (Duration) values.getAttributes().get(ContractAnnotationsProcessor.TIMEOUT);
		return (timeout != null && timeout.compareTo(this.requestTimeout) > 0) ? timeout : this.requestTimeout;
	}

}
