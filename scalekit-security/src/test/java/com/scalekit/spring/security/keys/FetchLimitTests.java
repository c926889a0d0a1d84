package com.scalekit.spring.security.keys;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FetchLimitTests {

	private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

	private final FetchLimit limit = new FetchLimit(Duration.ofSeconds(10));

	@Test
	void twoInAnyInterval() {
		assertThat(at(0)).isTrue();
		assertThat(at(9)).isTrue();
		assertThat(at(9)).isFalse();
		assertThat(at(10)).isTrue();
		assertThat(at(11)).isFalse();
		assertThat(at(18)).isFalse();
		assertThat(at(19)).isTrue();
	}

	@Test
	void clockThatIsSetBack() {
		assertThat(at(3600)).isTrue();
		assertThat(at(3600)).isTrue();
		assertThat(at(0)).isTrue();
		assertThat(at(0)).isTrue();
		assertThat(at(0)).isFalse();
	}

	private boolean at(long second) {
		return this.limit.tryAcquire(START.plusSeconds(second));
	}

}
