package com.scalekit.spring.client.oauth2;

import java.time.Instant;

/**
 * The two clocks a token's life is measured with. The wall clock goes on while the
 * machine sleeps, but can be set back; the other one cannot, but may stand still.
 */
interface TimeSource {

	TimeSource SYSTEM = new TimeSource() {

		@Override
		public Instant instant() {
			return Instant.now();
		}

		@Override
		public long nanoTime() {
			return System.nanoTime();
		}

	};

	/**
	 * The time of the wall clock.
	 */
	Instant instant();

	/**
	 * A time that never goes back, only good for differences.
	 */
	long nanoTime();

}
