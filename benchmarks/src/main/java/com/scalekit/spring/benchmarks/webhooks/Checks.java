package com.scalekit.spring.benchmarks.webhooks;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.springframework.util.Assert;

/**
 * Deliveries of 4 KB, which are checked again and again.
 */
public final class Checks {

	static final int DELIVERIES = 500;

	private static final int SIZE = 4096;

	private final List<Delivery> deliveries = IntStream.range(0, DELIVERIES)
		.mapToObj((number) -> Delivery.create(number, SIZE))
		.toList();

	private final Predicate<Delivery> check;

	private int next;

	/**
	 * Sign the deliveries. They are accepted for 5 minutes.
	 * @param check how to check them
	 */
	public Checks(Check check) {
		this.check = check.create();
	}

	/**
	 * Check a few of them.
	 * @param count how many
	 * @throws IllegalStateException if one is not accepted
	 */
	public void run(int count) {
		for (int i = 0; i < count; i++) {
			boolean accepted = this.check.test(this.deliveries.get(this.next));
			Assert.state(accepted, "A delivery was not accepted");
			this.next = (this.next + 1) % DELIVERIES;
		}
	}

}
