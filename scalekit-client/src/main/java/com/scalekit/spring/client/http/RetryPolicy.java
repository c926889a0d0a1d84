package com.scalekit.spring.client.http;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.ReactiveHttpRequestValues;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.observation.ClientListener;
import com.scalekit.spring.client.observation.FailedAttempt;

/**
 * Decides which failed attempts are followed by another one, and when. All calls of an
 * environment share a policy.
 */
final class RetryPolicy {

	private static final Log logger = LogFactory.getLog(RetryPolicy.class);

	/** The attribute of a request that is not as retryable as its HTTP method says. */
	static final String RETRYABILITY = Retryability.class.getName();

	private static final Set<HttpMethod> IDEMPOTENT_METHODS = Set.of(HttpMethod.PUT, HttpMethod.DELETE);

	private static final Set<HttpMethod> SAFE_METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

	private static final Set<Integer> TRANSIENT_STATUSES = Set.of(HttpStatus.BAD_GATEWAY.value(),
			HttpStatus.SERVICE_UNAVAILABLE.value(), HttpStatus.GATEWAY_TIMEOUT.value());

	private static final Duration TRANSIENT_PAUSE = Duration.ofMillis(100);

	private static final int TRANSIENT_COST = 14;

	private static final Duration THROTTLED_PAUSE = Duration.ofSeconds(1);

	private static final int THROTTLED_COST = 5;

	private static final Duration MAX_PAUSE = Duration.ofSeconds(5);

	private static final Duration MAX_RETRY_AFTER = Duration.ofSeconds(20);

	private final int maxAttempts;

	private final RetryQuota quota;

	private final ClientListener listener;

	/**
	 * Create a policy.
	 * @param maxAttempts the number of attempts of a call, at least 1
	 * @param quota what the retries of all calls are taken from
	 * @param listener is told of retries
	 */
	RetryPolicy(int maxAttempts, RetryQuota quota, ClientListener listener) {
		this.maxAttempts = maxAttempts;
		this.quota = quota;
		this.listener = listener;
	}

	/**
	 * Decide what follows a failed attempt. A retry is paid from the quota.
	 * @param values the request
	 * @param attempt the number of the failed attempt, counted from 1
	 * @param failure its translated failure
	 * @param remaining the time that is left for the call
	 * @return the retry, {@code null} to give up
	 */
	@Nullable Retry retry(HttpRequestValues values, int attempt, Throwable failure, Duration remaining) {
		Retry retry = (attempt < this.maxAttempts && isRepeatable(values)) ? plan(values, attempt, failure) : null;
		if (retry == null || retry.pause().compareTo(remaining) >= 0) {
			return null;
		}
		if (!this.quota.take(retry.cost())) {
			this.listener.onRetryQuotaExhausted(failedAttempt(values, failure));
			return null;
		}
		this.listener.onRetry(failedAttempt(values, failure));
		if (logger.isDebugEnabled()) {
			logger.debug("Attempt %d of %d in %d ms after: %s".formatted(attempt + 1, this.maxAttempts,
					retry.pause().toMillis(), failure.getMessage()));
		}
		return retry;
	}

	private static @Nullable Retry plan(HttpRequestValues values, int attempt, Throwable failure) {
		if (failure instanceof ScalekitApiException response) {
			return plan(values, attempt, response);
		}
		if (failure instanceof ScalekitTransportException transport && transport.isRetryable()
				&& (!transport.isPossiblyExecuted() || isIdempotent(values))) {
			return plan(attempt, TRANSIENT_PAUSE, TRANSIENT_COST, null);
		}
		return null;
	}

	private static @Nullable Retry plan(HttpRequestValues values, int attempt, ScalekitApiException response) {
		int status = response.getStatusCode().value();
		if (response.getError().isToolError()) {
			return null;
		}
		if (status == HttpStatus.TOO_MANY_REQUESTS.value()) {
			return plan(attempt, THROTTLED_PAUSE, THROTTLED_COST, response.getRetryAfter());
		}
		if ((TRANSIENT_STATUSES.contains(status) && isIdempotent(values))
				|| (status == HttpStatus.INTERNAL_SERVER_ERROR.value() && retryability(values) == Retryability.SAFE)) {
			return plan(attempt, TRANSIENT_PAUSE, TRANSIENT_COST, response.getRetryAfter());
		}
		return null;
	}

	/**
	 * There is no use in waiting for long, and no need to: the caller learns from the
	 * exception how long the server wants it to wait.
	 */
	private static @Nullable Retry plan(int attempt, Duration base, int cost, @Nullable Duration retryAfter) {
		if (retryAfter != null && retryAfter.compareTo(MAX_RETRY_AFTER) > 0) {
			return null;
		}
		Duration pause = Backoff.fullJitter(attempt, base, MAX_PAUSE);
		return new Retry((retryAfter != null && retryAfter.compareTo(pause) > 0) ? retryAfter : pause, cost);
	}

	/**
	 * Give back to the quota: each success does, and each call that is cancelled.
	 */
	void giveBack(int cost) {
		this.quota.giveBack(cost);
	}

	private static FailedAttempt failedAttempt(HttpRequestValues values, Throwable failure) {
		return new FailedAttempt(Objects.requireNonNull(values.getHttpMethod()), values.getUriTemplate(),
				(failure instanceof ScalekitApiException response) ? response.getStatusCode().value() : null);
	}

	private static boolean isRepeatable(HttpRequestValues values) {
		return retryability(values) != Retryability.NONE && !hasStreamingBody(values);
	}

	private static boolean isIdempotent(HttpRequestValues values) {
		return retryability(values) != Retryability.NON_IDEMPOTENT;
	}

	private static Retryability retryability(HttpRequestValues values) {
		Retryability retryability = (Retryability) values.getAttributes().get(RETRYABILITY);
		return (retryability != null) ? retryability : retryability(Objects.requireNonNull(values.getHttpMethod()));
	}

	private static Retryability retryability(HttpMethod method) {
		if (SAFE_METHODS.contains(method)) {
			return Retryability.SAFE;
		}
		return IDEMPOTENT_METHODS.contains(method) ? Retryability.IDEMPOTENT : Retryability.NON_IDEMPOTENT;
	}

	private static boolean hasStreamingBody(HttpRequestValues values) {
		return values instanceof ReactiveHttpRequestValues reactive && reactive.getBodyPublisher() != null;
	}

	/**
	 * What a repetition of a request may change.
	 */
	enum Retryability {

		/** A repetition is not wanted, even if nothing was executed. */
		NONE,

		/** A repetition may change something. */
		NON_IDEMPOTENT,

		/** A repetition changes nothing. */
		IDEMPOTENT,

		/** Nothing is ever changed. */
		SAFE

	}

	/**
	 * Another attempt.
	 *
	 * @param pause the time to wait before it
	 * @param cost what it has taken from the quota
	 */
	record Retry(Duration pause, int cost) {

	}

}
