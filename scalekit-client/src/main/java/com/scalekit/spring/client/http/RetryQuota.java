package com.scalekit.spring.client.http;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limits the retries of all calls of an environment together. While most calls succeed
 * there is plenty of it; in an outage it is used up soon, and calls are then made once.
 */
final class RetryQuota {

	static final int CAPACITY = 500;

	private final AtomicInteger available = new AtomicInteger(CAPACITY);

	/**
	 * Take what a retry costs.
	 * @return whether there was enough
	 */
	boolean take(int cost) {
		int before = this.available.getAndUpdate((available) -> (available >= cost) ? available - cost : available);
		return before >= cost;
	}

	/**
	 * Give back after a success.
	 */
	void giveBack(int amount) {
		if (this.available.get() < CAPACITY) {
			this.available.updateAndGet((available) -> Math.min(CAPACITY, available + amount));
		}
	}

	int available() {
		return this.available.get();
	}

}
