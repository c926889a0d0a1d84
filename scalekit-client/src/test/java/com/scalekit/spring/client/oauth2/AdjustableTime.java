package com.scalekit.spring.client.oauth2;

import java.time.Duration;
import java.time.Instant;

/**
 * Two clocks that go on when they are told to.
 */
final class AdjustableTime implements TimeSource {

	private volatile Instant instant = Instant.parse("2026-01-01T00:00:00Z");

	private volatile long nanoTime = Long.MAX_VALUE - 1000;

	/**
	 * Let time pass.
	 */
	void advance(Duration duration) {
		adjustWallClock(duration);
		this.nanoTime += duration.toNanos();
	}

	/**
	 * Set the wall clock forward or back.
	 */
	void adjustWallClock(Duration duration) {
		this.instant = this.instant.plus(duration);
	}

	@Override
	public Instant instant() {
		return this.instant;
	}

	@Override
	public long nanoTime() {
		return this.nanoTime;
	}

}
