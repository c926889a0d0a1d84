package com.example.console.activity;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChartTests {

	@Test
	void countsAndTellsHowManyASecond() {
		Chart chart = new Chart(Figure.REQUESTS, 12_345, List.of(1234.4, 5.0));
		assertThat(chart.getTotal()).isEqualTo("12,345");
		assertThat(chart.getLatest()).isEqualTo("5");
		assertThat(chart.getHighest()).isEqualTo("1,234");
		assertThat(chart.getUnit()).isEqualTo("per second");
	}

	@Test
	void tellsHowLongSomethingTakes() {
		Chart chart = new Chart(Figure.LATENCY, 5, List.of(1.6));
		assertThat(chart.getTotal()).isNull();
		assertThat(chart.getLatest()).isEqualTo("2");
		assertThat(chart.getUnit()).isEqualTo("ms on average");
	}

	@Test
	void tellsATimeInWords() {
		Chart chart = new Chart(Figure.TOKEN, 86_332, List.of(86_399.0, 86_332.0));
		assertThat(chart.getTotal()).isNull();
		assertThat(chart.getLatest()).isEqualTo("23 h 58 min");
		assertThat(chart.getHighest()).isEqualTo("23 h 59 min");
	}

	@Test
	void isThereBeforeTheFirstValue() {
		Chart chart = new Chart(Figure.REQUESTS, 0, List.of());
		assertThat(chart.getLatest()).isEqualTo("0");
		assertThat(chart.getHighest()).isEqualTo("1");
		assertThat(chart.getPoints()).isEmpty();
	}

	@Test
	void drawsTheLatestValueAtTheRight() {
		assertThat(new Chart(Figure.REQUESTS, 4, List.of(0.0, 4.0)).getPoints()).isEqualTo("238.0,48.0 240.0,0.0");
	}

}
