package com.example.console.environment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Clock of the in-memory environment, which is slow while the past is being added.
 */
final class PastClock extends Clock {

	private volatile Duration ago = Duration.ZERO;

	void goBack(Duration ago) {
		this.ago = ago;
	}

	@Override
	public Instant instant() {
		return Instant.now().minus(this.ago);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("The zone does not matter");
	}

}
