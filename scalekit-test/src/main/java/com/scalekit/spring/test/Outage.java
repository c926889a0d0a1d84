package com.scalekit.spring.test;

import java.time.Duration;
import java.time.Instant;

import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Handler;

/**
 * Answers nothing but {@code 503} while there is an outage.
 */
final class Outage implements Handler {

	private final EnvironmentState state;

	private final Handler next;

	private volatile Instant end = Instant.MIN;

	Outage(EnvironmentState state, Handler next) {
		this.state = state;
		this.next = next;
	}

	void begin(Duration duration) {
		this.end = this.state.now().plus(duration);
	}

	void end() {
		this.end = Instant.MIN;
	}

	@Override
	public ApiResponse handle(ApiRequest request) {
		return (this.state.now().isBefore(this.end)) ? ApiException.unavailable("Service unavailable").toResponse()
				: this.next.handle(request);
	}

}
