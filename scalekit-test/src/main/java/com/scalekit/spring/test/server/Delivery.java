package com.scalekit.spring.test.server;

import java.time.Duration;

/**
 * How a response is sent.
 *
 * @param lost whether the connection breaks instead
 * @param delay the time to wait before the response is sent
 * @param spread the time that sending the body takes
 */
record Delivery(boolean lost, Duration delay, Duration spread) {

	static final Delivery PROMPT = new Delivery(false, Duration.ZERO, Duration.ZERO);

	static final Delivery LOST = new Delivery(true, Duration.ZERO, Duration.ZERO);

	static Delivery delayed(Duration delay) {
		return new Delivery(false, delay, Duration.ZERO);
	}

	static Delivery spread(Duration spread) {
		return new Delivery(false, Duration.ZERO, spread);
	}

}
