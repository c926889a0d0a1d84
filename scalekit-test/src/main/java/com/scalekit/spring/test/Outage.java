package com.scalekit.spring.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.scalekit.spring.test.ApiError.Code;

/**
 * Answers nothing but {@code 503} while there is an outage.
 */
final class Outage implements Handler {

	private static final ApiError UNAVAILABLE = new ApiError(Code.UNAVAILABLE, "UNAVAILABLE", "Service unavailable");

	private final Clock clock;

	private final Handler next;

	private volatile Instant end = Instant.MIN;

	Outage(Clock clock, Handler next) {
		this.clock = clock;
		this.next = next;
	}

	void begin(Duration duration) {
		this.end = this.clock.instant().plus(duration);
	}

	void end() {
		this.end = Instant.MIN;
	}

	@Override
	public ApiResponse handle(ApiRequest request) {
		return (this.clock.instant().isBefore(this.end)) ? UNAVAILABLE.toResponse() : this.next.handle(request);
	}

}
