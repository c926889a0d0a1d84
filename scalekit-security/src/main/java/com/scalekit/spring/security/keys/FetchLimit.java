package com.scalekit.spring.security.keys;

import java.time.Duration;
import java.time.Instant;

/**
 * Lets two fetches begin in any interval: one that everybody needs, and one for a key
 * that is new. Not safe for use by several threads.
 */
final class FetchLimit {

	private final Duration interval;

	private Instant last = Instant.MIN;

	private Instant lastButOne = Instant.MIN;

	FetchLimit(Duration interval) {
		this.interval = interval;
	}

	boolean tryAcquire(Instant now) {
		// a clock that was set back must not close the limit for long
		boolean reached = !this.lastButOne.isAfter(now) && this.lastButOne.isAfter(now.minus(this.interval));
		if (!reached) {
			this.lastButOne = this.last;
			this.last = now;
		}
		return !reached;
	}

}
