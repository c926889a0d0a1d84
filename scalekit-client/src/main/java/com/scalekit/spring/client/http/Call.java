package com.scalekit.spring.client.http;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.util.UriBuilderFactory;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;

/**
 * A call, from its first attempt to its result: follows its attempts, and turns what went
 * wrong into an exception that tells the whole story.
 */
final class Call {

	private final HttpRequestValues values;

	private final UriBuilderFactory uriBuilderFactory;

	private final Duration timeout;

	private final RetryPolicy retryPolicy;

	private final @Nullable Observation observation;

	private final Executor withThreadLocals = CallerThreadLocals.capture();

	private final long startNanos = System.nanoTime();

	private final AtomicInteger taken = new AtomicInteger();

	/** How often an attempt was begun, whether or not the request was sent. */
	private volatile int begun;

	/** How often the request was sent, or could not be for want of a connection. */
	private volatile int attempts;

	private volatile Progress progress = Progress.BEGUN;

	/** The response to the current attempt, if it is an error. */
	private volatile @Nullable ClientResponse refusal;

	/** Whether the server may have executed one of the attempts that have ended. */
	private volatile boolean possiblyExecuted;

	private volatile @Nullable Throwable earlierFailure;

	Call(HttpRequestValues values, UriBuilderFactory uriBuilderFactory, Duration timeout, RetryPolicy retryPolicy,
			@Nullable Observation observation) {
		this.values = values;
		this.uriBuilderFactory = uriBuilderFactory;
		this.timeout = timeout;
		this.retryPolicy = retryPolicy;
		this.observation = observation;
	}

	/**
	 * Make the call.
	 * @param exchange makes an attempt
	 * @param <T> the type of the result
	 * @return the result of the last attempt
	 */
	<T> Mono<T> attempts(Supplier<Mono<T>> exchange) {
		return Retrying.attempts(() -> {
			beginAttempt();
			return exchange.get().doOnSuccess((result) -> succeed());
		}, this::retry)
			.timeout(this.timeout, Mono.defer(this::endAtDeadline))
			.doOnCancel(this::giveBackWhatWasTaken)
			.contextWrite(this::addTo);
	}

	/**
	 * Make the call for a response that is read element by element. It is not tried
	 * again, since some of its elements may have been delivered.
	 * @param exchange makes the attempt
	 * @param <T> the type of the elements
	 * @return the elements
	 */
	<T> Flux<T> stream(Supplier<Flux<T>> exchange) {
		return exchange.get()
			.onErrorMap(this::translate)
			.takeUntilOther(Mono.delay(this.timeout).then(Mono.error(this::timedOut)))
			.contextWrite(this::addTo);
	}

	/**
	 * Read a response element by element that has begun to arrive.
	 * @param body the elements
	 * @param <T> the type of the elements
	 * @return the elements
	 */
	<T> Flux<T> streamResponse(Flux<T> body) {
		return stream(() -> {
			onResponse();
			return body;
		});
	}

	/**
	 * A retry is made on another thread than the call, so the observation of a caller who
	 * has it on the thread only is taken along.
	 */
	private Context addTo(Context context) {
		Context withCall = context.put(Call.class, this);
		return (this.observation == null || context.hasKey(ObservationThreadLocalAccessor.KEY)) ? withCall
				: withCall.put(ObservationThreadLocalAccessor.KEY, this.observation);
	}

	void beginAttempt() {
		this.begun++;
		this.refusal = null;
		this.progress = Progress.BEGUN;
	}

	/**
	 * Follow a request on its way to the server.
	 * @param request a request of this call: the first one of an attempt, or the one with
	 * another access token after the server has refused the first
	 * @return the request to be sent instead
	 */
	ClientRequest track(ClientRequest request) {
		this.progress = Progress.PREPARED;
		return new TrackedRequest(request, this);
	}

	void onSend() {
		this.attempts++;
		this.progress = Progress.SENT;
	}

	private void onResponse() {
		if (this.progress != Progress.SENT) {
			onSend();
		}
	}

	/**
	 * Fail unless the response is a success.
	 * @param response the response to an attempt
	 * @return the same response, or a {@link ScalekitApiException}
	 */
	Mono<ClientResponse> requireSuccess(ClientResponse response) {
		onResponse();
		if (response.statusCode().is2xxSuccessful()) {
			return Mono.just(response);
		}
		this.refusal = response;
		this.progress = Progress.ANSWERED;
		this.possiblyExecuted |= (response.statusCode().value() >= HttpStatus.INTERNAL_SERVER_ERROR.value());
		return refuse(response);
	}

	private <T> Mono<T> refuse(ClientResponse response) {
		return ScalekitApiException.from(response, this.attempts, elapsed(), this.possiblyExecuted)
			.flatMap(Mono::error);
	}

	/**
	 * The status of an error response is known before its body ends.
	 */
	private <T> Mono<T> endAtDeadline() {
		ClientResponse response = this.refusal;
		return (response != null) ? refuse(response.mutate().body((rest) -> Flux.empty()).build())
				: Mono.error(timedOut());
	}

	void succeed() {
		this.retryPolicy.giveBack(Math.max(1, this.taken.getAndSet(0)));
	}

	private void giveBackWhatWasTaken() {
		this.retryPolicy.giveBack(this.taken.getAndSet(0));
	}

	/**
	 * Wait for the next attempt, or give up. What the attempts have cost is given back if
	 * the call is cancelled meanwhile.
	 * @param failure the failure of the last attempt
	 * @return completes when it is time, or fails with the translated failure
	 */
	Mono<?> retry(Throwable failure) {
		Throwable translated = translate(failure);
		addEarlierFailure(translated);
		Duration pause = pauseBeforeRetry(translated);
		if (pause == null) {
			if (translated instanceof ScalekitApiException response && isOfHealthyServer(response)) {
				succeed();
			}
			return Mono.error(translated);
		}
		this.earlierFailure = translated;
		return Mono.delay(pause)
			.doOnCancel(this::giveBackWhatWasTaken)
			.publishOn(Schedulers.fromExecutor(this.withThreadLocals));
	}

	/**
	 * Decide whether to make another attempt.
	 * @param failure the translated failure of the last attempt
	 * @return how long to wait before it, {@code null} to give up
	 */
	@Nullable Duration pauseBeforeRetry(Throwable failure) {
		RetryPolicy.Retry retry = this.retryPolicy.retry(this.values, this.begun, failure,
				this.timeout.minus(elapsed()));
		if (retry == null) {
			return null;
		}
		this.taken.addAndGet(retry.cost());
		return retry.pause();
	}

	/**
	 * A server that tells what is wrong with a request is able to answer others.
	 */
	private static boolean isOfHealthyServer(ScalekitApiException response) {
		return response.getStatusCode().is4xxClientError()
				&& !(response instanceof ScalekitApiException.TooManyRequests);
	}

	/**
	 * Turn the failure of an attempt into an exception of this client.
	 */
	Throwable translate(Throwable failure) {
		if (failure instanceof ScalekitTransportException transport) {
			return complete(transport, transport.isPossiblyExecuted());
		}
		Throwable cause = (failure instanceof WebClientException && failure.getCause() != null) ? failure.getCause()
				: failure;
		String unusable = UnusableResponse.reason(cause);
		if (unusable != null) {
			return (this.progress == Progress.PREPARED) ? bodyCannotBeWritten(cause) : unusable(unusable);
		}
		String header = UnwritableHeader.find(failure);
		if (header != null) {
			return headerCannotBeWritten(header);
		}
		return (cause != failure) ? failed(cause) : failure;
	}

	private ScalekitTransportException bodyCannotBeWritten(Throwable cause) {
		return complete(
				ScalekitTransportException.refused("the request body cannot be written", cause, method(), uri()),
				false);
	}

	private ScalekitTransportException headerCannotBeWritten(String name) {
		return complete(ScalekitTransportException.refused(
				"the request header '%s' cannot be written, since it contains control characters".formatted(name),
				method(), uri()), false);
	}

	private ScalekitTransportException unusable(String reason) {
		onResponse();
		return complete(ScalekitTransportException.unusable(reason, method(), uri()), true);
	}

	private ScalekitTransportException failed(Throwable cause) {
		if (this.progress != Progress.SENT) {
			this.attempts++;
		}
		ScalekitTransportException failure = ScalekitTransportException.failed(cause, method(), uri());
		return complete(failure, failure.isPossiblyExecuted() && this.progress != Progress.PREPARED);
	}

	ScalekitTransportException withoutContent() {
		return unusable("the response has no content where some is required");
	}

	ScalekitTransportException timedOut() {
		return end(ScalekitTransportException.timedOut(
				"no complete response within the request timeout of %d ms".formatted(this.timeout.toMillis()), method(),
				uri()));
	}

	ScalekitTransportException interrupted(InterruptedException interruption) {
		return end(ScalekitTransportException.interrupted(interruption, method(), uri()));
	}

	private ScalekitTransportException end(ScalekitTransportException failure) {
		ScalekitTransportException completed = complete(failure, this.progress == Progress.SENT);
		addEarlierFailure(completed);
		return completed;
	}

	private ScalekitTransportException complete(ScalekitTransportException failure, boolean possiblyExecuted) {
		this.possiblyExecuted |= possiblyExecuted;
		return failure.withAttempts(this.attempts, elapsed(), this.possiblyExecuted);
	}

	/**
	 * The failure of a later attempt does not tell what became of the earlier ones. A
	 * failure that is not of this client may be shared with others.
	 */
	private void addEarlierFailure(Throwable failure) {
		if (this.earlierFailure != null
				&& (failure instanceof WebClientException || failure instanceof ScalekitTokenException)) {
			failure.addSuppressed(this.earlierFailure);
		}
	}

	private Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.startNanos);
	}

	private HttpMethod method() {
		return Objects.requireNonNull(this.values.getHttpMethod());
	}

	private URI uri() {
		return (this.values.getUri() != null) ? this.values.getUri() : this.uriBuilderFactory
			.expand(Objects.requireNonNull(this.values.getUriTemplate()), this.values.getUriVariables());
	}

	/**
	 * How far the current attempt has got.
	 */
	private enum Progress {

		/** The request is not ready: there may be no access token yet. */
		BEGUN,

		/** The request is ready, and waits for a connection. */
		PREPARED,

		/** The request is being sent, so the server may execute it. */
		SENT,

		/** The server has refused to execute the request or failed to. */
		ANSWERED

	}

}
