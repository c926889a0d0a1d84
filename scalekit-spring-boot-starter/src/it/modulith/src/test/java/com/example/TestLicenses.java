package com.example;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fails or waits on demand, and looks at what is committed meanwhile.
 */
class TestLicenses implements Licenses {

	private final JdbcClient jdbc;

	private final List<String> assigned = new CopyOnWriteArrayList<>();

	private final AtomicInteger calls = new AtomicInteger();

	private volatile CountDownLatch open = new CountDownLatch(0);

	private volatile boolean failing;

	private volatile long committed;

	TestLicenses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void assign(String organizationId, String email) {
		this.committed = this.jdbc.sql("SELECT COUNT(*) FROM SCALEKIT_WEBHOOK_EVENT").query(Long.class).single();
		this.calls.incrementAndGet();
		try {
			if (!this.open.await(30, TimeUnit.SECONDS) || this.failing) {
				throw new IllegalStateException("The licenses are not available");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.assigned.add(email);
	}

	void reset() {
		this.assigned.clear();
		this.calls.set(0);
		this.committed = 0;
		this.failing = false;
		this.open = new CountDownLatch(0);
	}

	void close() {
		this.open = new CountDownLatch(1);
	}

	void open() {
		this.open.countDown();
	}

	void failing(boolean failing) {
		this.failing = failing;
	}

	List<String> assigned() {
		return this.assigned;
	}

	int calls() {
		return this.calls.get();
	}

	long committed() {
		return this.committed;
	}

}
