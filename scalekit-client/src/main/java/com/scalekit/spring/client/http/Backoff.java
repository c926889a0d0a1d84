package com.scalekit.spring.client.http;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after a failure.
 */
public final class Backoff {

	private static final int MAX_DOUBLINGS = 20;

	private Backoff() {
	}

	/**
	 * A time that doubles with each failure.
	 * @param failures the number of failures in a row, at least 1
	 * @param base the time after the first one
	 * @param limit the longest time
	 * @return the time
	 */
	public static Duration exponential(int failures, Duration base, Duration limit) {
		Duration wait = base.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
		return (wait.compareTo(limit) < 0) ? wait : limit;
	}

	/**
	 * A random time up to one that doubles with each failure, so that callers who failed
	 * together do not come back together.
	 * @param failures the number of failures in a row, at least 1
	 * @param base the longest time after the first one
	 * @param limit the longest time
	 * @return the time
	 */
	public static Duration fullJitter(int failures, Duration base, Duration limit) {
		long bound = exponential(failures, base, limit).toNanos();
		return Duration.ofNanos(ThreadLocalRandom.current().nextLong(bound + 1));
	}

}
