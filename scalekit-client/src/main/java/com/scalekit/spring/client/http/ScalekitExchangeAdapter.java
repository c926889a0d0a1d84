package com.scalekit.spring.client.http;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.ReactorHttpExchangeAdapterDecorator;
import org.springframework.web.util.UriBuilderFactory;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTransportException;

/**
 * Sees each call of a contract from its arguments to its decoded result, whether it is
 * made by a blocking or a reactive client: checks the arguments before any I/O, bounds
 * the whole call in time, and turns what goes wrong into the exceptions of this client.
 */
final class ScalekitExchangeAdapter extends ReactorHttpExchangeAdapterDecorator {

	private final UriBuilderFactory uriBuilderFactory;

	private final Duration requestTimeout;

	ScalekitExchangeAdapter(WebClientAdapter delegate, UriBuilderFactory uriBuilderFactory, Duration requestTimeout) {
		super(delegate);
		this.uriBuilderFactory = uriBuilderFactory;
		this.requestTimeout = requestTimeout;
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
		return call(values, () -> required(values, super.exchangeForBodyMono(values, bodyType)));
	}

	@Override
	public <T> Flux<T> exchangeForBodyFlux(HttpRequestValues values, ParameterizedTypeReference<T> bodyType) {
		return stream(values, () -> super.exchangeForBodyFlux(values, bodyType));
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
			.map((entity) -> ResponseEntity.status(entity.getStatusCode())
				.headers(entity.getHeaders())
				.body(stream(values, () -> (entity.getBody() != null) ? entity.getBody() : Flux.empty())));
	}

	private <T> Mono<T> call(HttpRequestValues values, Supplier<Mono<T>> exchange) {
		PathVariables.check(values);
		return exchange.get().timeout(this.requestTimeout).onErrorMap((ex) -> translate(ex, values));
	}

	private <T> Flux<T> stream(HttpRequestValues values, Supplier<Flux<T>> exchange) {
		PathVariables.check(values);
		Publisher<T> deadline = Mono.delay(this.requestTimeout).then(Mono.error(TimeoutException::new));
		return exchange.get().takeUntilOther(deadline).onErrorMap((ex) -> translate(ex, values));
	}

	private <T> Mono<T> required(HttpRequestValues values, Mono<T> body) {
		return body.switchIfEmpty(Mono.error(() -> ScalekitTransportException
			.unusable("the response has no content where some is required", method(values), uri(values))));
	}

	private Throwable translate(Throwable ex, HttpRequestValues values) {
		if (ex instanceof ScalekitApiException || ex instanceof ScalekitTransportException) {
			return ex;
		}
		if (ex instanceof TimeoutException) {
			return ScalekitTransportException.timedOut(
					"no complete response within the request timeout of " + this.requestTimeout.toMillis() + " ms",
					method(values), uri(values));
		}
		if (ex instanceof WebClientException) {
			return translateCause(Objects.requireNonNullElse(ex.getCause(), ex), values);
		}
		String unusable = UnusableResponse.reason(ex);
		return (unusable != null) ? ScalekitTransportException.unusable(unusable, method(values), uri(values)) : ex;
	}

	private Throwable translateCause(Throwable cause, HttpRequestValues values) {
		String unusable = UnusableResponse.reason(cause);
		return (unusable != null) ? ScalekitTransportException.unusable(unusable, method(values), uri(values))
				: ScalekitTransportException.failed(cause, method(values), uri(values));
	}

	private HttpMethod method(HttpRequestValues values) {
		return Objects.requireNonNull(values.getHttpMethod());
	}

	private URI uri(HttpRequestValues values) {
		return (values.getUri() != null) ? values.getUri() : this.uriBuilderFactory
			.expand(Objects.requireNonNull(values.getUriTemplate()), values.getUriVariables());
	}

}
