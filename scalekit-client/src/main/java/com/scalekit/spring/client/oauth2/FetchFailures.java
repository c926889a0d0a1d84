package com.scalekit.spring.client.oauth2;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.http.Backoff;

/**
 * Keeps a failing token endpoint from being asked too often. Callers without a token fail
 * at once while a failure is remembered; refreshes in the background wait longer, as they
 * have the time to.
 */
final class FetchFailures {

	private static final Set<String> TERMINAL = Set.of(OAuth2ErrorCodes.INVALID_CLIENT,
			OAuth2ErrorCodes.UNAUTHORIZED_CLIENT, OAuth2ErrorCodes.INVALID_SCOPE);

	private static final Duration TERMINAL_MEMORY = Duration.ofSeconds(30);

	private static final Duration MIN_MEMORY = Duration.ofSeconds(1);

	private static final Duration MAX_MEMORY = Duration.ofSeconds(30);

	private static final Duration MIN_REFRESH_PAUSE = Duration.ofSeconds(30);

	private static final Duration MAX_REFRESH_PAUSE = Duration.ofMinutes(5);

	/** A token that ends sooner than this is not worth a last try. */
	private static final long MIN_LAST_TRY_NANOS = Duration.ofSeconds(10).toNanos();

	private final TimeSource time;

	private volatile @Nullable Pause pause;

	FetchFailures(TimeSource time) {
		this.time = time;
	}

	/**
	 * The failure that callers without a token get instead of a request of their own.
	 */
	@Nullable ScalekitTokenException remembered() {
		Pause pause = this.pause;
		return (pause != null && pause.failure() != null && pause.isRunning(this.time))
				? TokenErrors.copyOf(pause.failure()) : null;
	}

	/**
	 * The failure of the last request, if it failed.
	 */
	TokenStatus.@Nullable Failure last() {
		Pause pause = this.pause;
		return (pause != null) ? pause.last() : null;
	}

	/**
	 * Whether a refresh in the background may be tried.
	 */
	boolean allowRefresh() {
		Pause pause = this.pause;
		return pause == null || !pause.isRunning(this.time);
	}

	/**
	 * Remember that callers without a token failed.
	 */
	void add(Throwable failure) {
		if (failure instanceof ScalekitTokenException tokenFailure) {
			int count = count() + 1;
			this.pause = new Pause(count, tokenFailure, description(failure), this.time.nanoTime(),
					memory(tokenFailure, count).toNanos());
		}
	}

	private TokenStatus.Failure description(Throwable failure) {
		return new TokenStatus.Failure(String.valueOf(failure.getMessage()), this.time.instant());
	}

	private static Duration memory(ScalekitTokenException failure, int count) {
		if (TERMINAL.contains(failure.getError().getErrorCode())) {
			return TERMINAL_MEMORY;
		}
		Duration memory = Backoff.exponential(count, MIN_MEMORY, MAX_MEMORY);
		Duration retryAfter = failure.getRetryAfter();
		if (retryAfter == null || retryAfter.compareTo(memory) <= 0) {
			return memory;
		}
		return (retryAfter.compareTo(MAX_MEMORY) < 0) ? retryAfter : MAX_MEMORY;
	}

	/**
	 * Remember that a refresh failed while there still is a usable token. There is one
	 * last try before its end.
	 * @param failure the failure
	 * @param remainingNanos how long that token can be used
	 */
	void addRefresh(Throwable failure, long remainingNanos) {
		int count = count() + 1;
		long nanos = Backoff.exponential(count, MIN_REFRESH_PAUSE, MAX_REFRESH_PAUSE).toNanos();
		nanos = nanos / 2 + ThreadLocalRandom.current().nextLong(nanos / 2);
		if (remainingNanos > MIN_LAST_TRY_NANOS) {
			nanos = Math.min(nanos, remainingNanos / 10 * 9);
		}
		this.pause = new Pause(count, null, description(failure), this.time.nanoTime(), nanos);
	}

	void reset() {
		this.pause = null;
	}

	private int count() {
		Pause pause = this.pause;
		return (pause != null) ? pause.count() : 0;
	}

	private record Pause(int count, @Nullable ScalekitTokenException failure, TokenStatus.Failure last, long startNanos,
			long nanos) {

		boolean isRunning(TimeSource time) {
			return time.nanoTime() - this.startNanos < this.nanos;
		}

	}

}
