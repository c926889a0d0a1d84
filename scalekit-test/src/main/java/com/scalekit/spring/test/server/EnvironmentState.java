package com.scalekit.spring.test.server;

import java.time.Clock;
import java.time.Instant;

/**
 * What all API groups of an environment have in common: the clock, and this object as the
 * lock of all that they keep. A request is answered while the lock is held, so that it
 * finds and leaves everything consistent.
 */
public final class EnvironmentState {

	private final Clock clock;

	/**
	 * Create the state of an environment.
	 * @param clock the clock
	 */
	public EnvironmentState(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Return the time.
	 * @return the time of the clock
	 */
	public Instant now() {
		return this.clock.instant();
	}

}
