package com.scalekit.spring.client.http;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTests {

	private static final Duration BASE = Duration.ofMillis(100);

	private static final Duration LIMIT = Duration.ofSeconds(5);

	@ParameterizedTest
	@CsvSource({ "1, 100", "2, 200", "3, 400", "6, 3200", "7, 5000", "1000, 5000" })
	void timeDoublesUpToItsLimit(int failures, long millis) {
		assertThat(Backoff.exponential(failures, BASE, LIMIT)).hasMillis(millis);
	}

	@Test
	void jitterIsNeverLessThanNothing() {
		assertThat(Backoff.fullJitter(1, Duration.ZERO, LIMIT)).isZero();
	}

	@Test
	void jitterCoversTheWholeRange() {
		double sum = 0;
		for (int i = 0; i < 1000; i++) {
			Duration wait = Backoff.fullJitter(2, BASE, LIMIT);
			assertThat(wait).isBetween(Duration.ZERO, Duration.ofMillis(200));
			sum += wait.toMillis();
		}
		assertThat(sum / 1000).isBetween(70.0, 130.0);
	}

}
