package com.scalekit.spring.client.http;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.ReactiveHttpRequestValues;
import org.springframework.web.util.UriBuilderFactory;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.observation.ClientListener;
import com.scalekit.spring.client.observation.FailedAttempt;

/**
 * A call, from its first attempt to its result: decides whether it is worth another
 * attempt, and turns what went wrong into an exception that tells the whole story.
 */
final class Call {

	private static final Log logger = LogFactory.getLog(Call.class);

	static final String NON_IDEMPOTENT = NonIdempotent.class.getName();

	private static final Set<HttpMethod> IDEMPOTENT_METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD,
			HttpMethod.OPTIONS, HttpMethod.PUT, HttpMethod.DELETE);

	private static final Set<HttpMethod> SAFE_METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

	private static final Set<Integer> TRANSIENT_STATUSES = Set.of(HttpStatus.BAD_GATEWAY.value(),
			HttpStatus.SERVICE_UNAVAILABLE.value(), HttpStatus.GATEWAY_TIMEOUT.value());

	private static final Duration TRANSIENT_PAUSE = Duration.ofMillis(100);

	private static final int TRANSIENT_COST = 14;

	private static final Duration THROTTLED_PAUSE = Duration.ofSeconds(1);

	private static final int THROTTLED_COST = 5;

	private static final Duration MAX_PAUSE = Duration.ofSeconds(5);

	private static final Duration MAX_RETRY_AFTER = Duration.ofSeconds(20);

	private final HttpRequestValues values;

	private final UriBuilderFactory uriBuilderFactory;

	private final Duration timeout;

	private final int maxAttempts;

	private final RetryQuota quota;

	private final ClientListener listener;

	private final long startNanos = System.nanoTime();

	private volatile int attempts;

	private volatile int taken;

	private volatile boolean possiblyExecuted;

	Call(HttpRequestValues values, UriBuilderFactory uriBuilderFactory, Duration timeout, int maxAttempts,
			RetryQuota quota, ClientListener listener) {
		this.values = values;
		this.uriBuilderFactory = uriBuilderFactory;
		this.timeout = timeout;
		this.maxAttempts = maxAttempts;
		this.quota = quota;
		this.listener = listener;
	}

	void beginAttempt() {
		this.attempts++;
	}

	void succeed() {
		this.quota.giveBack(Math.max(1, this.taken));
	}

	/**
	 * Wait for the next attempt, or give up. What the attempt costs is given back if the
	 * call ends meanwhile.
	 * @param failure the failure of the last attempt
	 * @return completes when it is time, or fails with the translated failure
	 */
	Mono<?> retry(Throwable failure) {
		Throwable translated = translate(failure);
		int before = this.taken;
		Duration pause = pauseBeforeRetry(translated);
		return (pause != null) ? Mono.delay(pause).doOnCancel(() -> this.quota.giveBack(this.taken - before))
				: Mono.error(translated);
	}

	/**
	 * Decide whether to make another attempt.
	 * @param failure the translated failure of the last attempt
	 * @return how long to wait before it, {@code null} to give up
	 */
	@Nullable Duration pauseBeforeRetry(Throwable failure) {
		if (this.attempts >= this.maxAttempts || hasStreamingBody()) {
			return null;
		}
		if (failure instanceof ScalekitApiException response) {
			return pauseBeforeRetry(response);
		}
		if (failure instanceof ScalekitTransportException transport && transport.isRetryable()
				&& (!transport.isPossiblyExecuted() || isIdempotent())) {
			return pause(TRANSIENT_PAUSE, TRANSIENT_COST, null, failure);
		}
		return null;
	}

	private @Nullable Duration pauseBeforeRetry(ScalekitApiException response) {
		int status = response.getStatusCode().value();
		if (response.getError().isToolError()) {
			return null;
		}
		if (status == HttpStatus.TOO_MANY_REQUESTS.value()) {
			return pause(THROTTLED_PAUSE, THROTTLED_COST, response.getRetryAfter(), response);
		}
		if ((TRANSIENT_STATUSES.contains(status) && isIdempotent())
				|| (status == HttpStatus.INTERNAL_SERVER_ERROR.value() && SAFE_METHODS.contains(method()))) {
			return pause(TRANSIENT_PAUSE, TRANSIENT_COST, response.getRetryAfter(), response);
		}
		return null;
	}

	/**
	 * There is no use in waiting longer than the call may take, and no need to: the
	 * caller learns from the exception how long the server wants it to wait.
	 */
	private @Nullable Duration pause(Duration base, int cost, @Nullable Duration retryAfter, Throwable failure) {
		Duration pause = Backoff.fullJitter(this.attempts, base, MAX_PAUSE);
		if (retryAfter != null && retryAfter.compareTo(MAX_RETRY_AFTER) > 0) {
			return null;
		}
		if (retryAfter != null && retryAfter.compareTo(pause) > 0) {
			pause = retryAfter;
		}
		if (elapsed().plus(pause).compareTo(this.timeout) >= 0) {
			return null;
		}
		if (!this.quota.take(cost)) {
			this.listener.onRetryQuotaExhausted(failedAttempt(failure));
			return null;
		}
		this.taken += cost;
		this.listener.onRetry(failedAttempt(failure));
		if (logger.isDebugEnabled()) {
			logger.debug("Attempt %d of %d in %d ms after: %s".formatted(this.attempts + 1, this.maxAttempts,
					pause.toMillis(), failure.getMessage()));
		}
		return pause;
	}

	private FailedAttempt failedAttempt(Throwable failure) {
		return new FailedAttempt(method(), this.values.getUriTemplate(),
				(failure instanceof ScalekitApiException response) ? response.getStatusCode().value() : null);
	}

	private boolean isIdempotent() {
		return IDEMPOTENT_METHODS.contains(method()) && !this.values.getAttributes().containsKey(NON_IDEMPOTENT);
	}

	private boolean hasStreamingBody() {
		return this.values instanceof ReactiveHttpRequestValues reactive && reactive.getBodyPublisher() != null;
	}

	/**
	 * Turn the failure of an attempt into an exception of this client.
	 */
	Throwable translate(Throwable failure) {
		if (failure instanceof ScalekitApiException response) {
			response.setAttempts(this.attempts, elapsed());
			return response;
		}
		if (failure instanceof ScalekitTransportException refused) {
			return refused;
		}
		Throwable cause = (failure instanceof WebClientException && failure.getCause() != null) ? failure.getCause()
				: failure;
		String unusable = UnusableResponse.reason(cause);
		if (unusable != null) {
			return complete(ScalekitTransportException.unusable(unusable, method(), uri()));
		}
		return (failure instanceof WebClientException)
				? complete(ScalekitTransportException.failed(cause, method(), uri())) : failure;
	}

	ScalekitTransportException withoutContent() {
		return complete(ScalekitTransportException.unusable("the response has no content where some is required",
				method(), uri()));
	}

	ScalekitTransportException timedOut() {
		return complete(ScalekitTransportException.timedOut(
				"no complete response within the request timeout of %d ms".formatted(this.timeout.toMillis()), method(),
				uri()));
	}

	private ScalekitTransportException complete(ScalekitTransportException failure) {
		this.possiblyExecuted |= failure.isPossiblyExecuted();
		return failure.withAttempts(this.attempts, elapsed(), this.possiblyExecuted);
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

}
