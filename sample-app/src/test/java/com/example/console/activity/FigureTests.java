package com.example.console.activity;

import java.time.Duration;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FigureTests {

	private final MeterRegistry meters = new SimpleMeterRegistry();

	@Test
	void isZeroBeforeThereAreMeters() {
		assertThat(Figure.values()).allSatisfy((figure) -> assertThat(figure.read(this.meters)).isZero());
	}

	@Test
	void addsUpTheMetersWithItsTags() {
		request("200", "SUCCESS", "/api/v1/organizations");
		request("200", "SUCCESS", "/api/v1/users/{id}");
		request("503", "SERVER_ERROR", "/api/v1/organizations");
		request("200", "SUCCESS", "/elsewhere");
		assertThat(Figure.REQUESTS.read(this.meters)).isEqualTo(3);
		assertThat(Figure.FAILURES.read(this.meters)).isOne();
		assertThat(Figure.LATENCY.read(this.meters)).isEqualTo(0.06);
	}

	@Test
	void isTheMeanOfTheLatencies() {
		assertThat(Figure.LATENCY.of(Map.of(Figure.LATENCY, 1.0, Figure.REQUESTS, 5.0),
				Map.of(Figure.LATENCY, 1.5, Figure.REQUESTS, 7.0)))
			.isEqualTo(250);
		assertThat(Figure.LATENCY.of(Map.of(), Map.of())).isZero();
	}

	private void request(String status, String outcome, String uri) {
		this.meters.timer("http.client.requests", "outcome", outcome, "status", status, "uri", uri)
			.record(Duration.ofMillis(20));
	}

}
