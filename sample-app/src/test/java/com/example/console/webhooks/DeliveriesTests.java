package com.example.console.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveriesTests {

	private final Deliveries deliveries = new Deliveries();

	@Test
	void areTheLatestWithTheNewestFirst() {
		List<Delivery> all = IntStream.rangeClosed(0, Deliveries.CAPACITY).mapToObj((i) -> delivery()).toList();
		all.forEach(this.deliveries::add);
		assertThat(this.deliveries.newestFirst()).hasSize(Deliveries.CAPACITY)
			.startsWith(all.get(Deliveries.CAPACITY))
			.endsWith(all.get(1));
	}

	private static Delivery delivery() {
		return new Delivery(UUID.randomUUID(), "unknown", "unreadable", Instant.now(), Duration.ZERO, null);
	}

}
