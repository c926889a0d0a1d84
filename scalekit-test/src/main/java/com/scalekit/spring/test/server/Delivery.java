package com.scalekit.spring.test.server;

import java.time.Duration;

/**
 * How a response is sent.
 *
 * @param outcome what the client gets of it
 * @param delay the time to wait before the response is sent
 * @param spread the time that sending the body takes
 */
record Delivery(Outcome outcome, Duration delay, Duration spread) {

	static final Delivery PROMPT = of(Outcome.COMPLETE);

	static Delivery of(Outcome outcome) {
		return new Delivery(outcome, Duration.ZERO, Duration.ZERO);
	}

	static Delivery delayed(Duration delay) {
		return new Delivery(Outcome.COMPLETE, delay, Duration.ZERO);
	}

	static Delivery spread(Duration spread) {
		return new Delivery(Outcome.COMPLETE, Duration.ZERO, spread);
	}

	enum Outcome {

		COMPLETE, TRUNCATED, LOST, UNANSWERED

	}

}
