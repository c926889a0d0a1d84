package com.example.console.activity;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChartTests {

	@Test
	void namesTheUnitOfItsValues() {
		Chart chart = new Chart("Requests", Chart.PER_SECOND, List.of(1234.4, 5.0));
		assertThat(chart.getLatest()).isEqualTo("5 per second");
		assertThat(chart.getHighest()).isEqualTo("1,234 per second");
		assertThat(new Chart("Latency", Chart.MILLISECONDS, List.of(1.6)).getLatest()).isEqualTo("2 ms");
	}

	@Test
	void tellsATimeInWords() {
		Chart chart = new Chart("Access token", Chart.REMAINING, List.of(86_399.0, 86_332.0));
		assertThat(chart.getLatest()).isEqualTo("23 h 58 min left");
		assertThat(chart.getHighest()).isEqualTo("23 h 59 min left");
	}

	@Test
	void isThereBeforeTheFirstValue() {
		Chart chart = new Chart("Requests", Chart.PER_SECOND, List.of());
		assertThat(chart.getLatest()).isEqualTo("0 per second");
		assertThat(chart.getHighest()).isEqualTo("0 per second");
		assertThat(chart.getPoints()).isEmpty();
	}

	@Test
	void drawsTheLatestValueAtTheRight() {
		assertThat(new Chart("Requests", Chart.PER_SECOND, List.of(0.0, 4.0)).getPoints())
			.isEqualTo("238.0,48.0 240.0,0.0");
	}

}
