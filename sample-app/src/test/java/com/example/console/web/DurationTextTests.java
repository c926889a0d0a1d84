package com.example.console.web;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DurationTextTests {

	@ParameterizedTest
	@CsvSource({ "PT0.9S, 0 s", "PT42S, 42 s", "PT60S, 1 min", "PT125S, 2 min 5 s", "PT1H0M5S, 1 h",
			"PT86332S, 23 h 58 min", "PT26H, 1 d 2 h", "P14D, 14 d", "-PT5S, 0 s" })
	void hasTheTwoLargestUnits(Duration duration, String text) {
		assertThat(DurationText.of(duration)).isEqualTo(text);
	}

}
