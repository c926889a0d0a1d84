package com.scalekit.spring.boot.autoconfigure.inbound;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends each event in three deliveries at once, each to any of the instances, again and
 * again until it is answered with success.
 */
final class Sender implements AutoCloseable {

	static final int THREADS = 24;

	private static final int DELIVERIES = 3;

	private static final int REFUSED = -1;

	private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);

	private final List<Future<?>> deliveries = new ArrayList<>();

	private final Map<Integer, Integer> responses = new ConcurrentSkipListMap<>();

	private final List<Set<String>> unanswered;

	private final List<Http> instances;

	private CountDownLatch half = new CountDownLatch(0);

	Sender(List<Http> instances) {
		this.instances = instances;
		this.unanswered = instances.stream().<Set<String>>map((instance) -> ConcurrentHashMap.newKeySet()).toList();
	}

	void deliver(List<String> events) {
		this.half = new CountDownLatch(events.size() * DELIVERIES / 2);
		for (String event : events) {
			for (int i = 0; i < DELIVERIES; i++) {
				this.deliveries.add(this.executor.submit(() -> deliver(event)));
			}
		}
	}

	private Void deliver(String event) throws InterruptedException {
		byte[] body = InboundApplication.bytes(InboundApplication.organizationCreated(event));
		while (post(ThreadLocalRandom.current().nextInt(this.instances.size()), event, body) != 200) {
			Thread.sleep(20);
		}
		this.half.countDown();
		return null;
	}

	private int post(int instance, String event, byte[] body) {
		int status = post(this.instances.get(instance), body);
		if (status == Http.CLOSED) {
			this.unanswered.get(instance).add(event);
		}
		this.responses.merge(status, 1, Integer::sum);
		return status;
	}

	private static int post(Http instance, byte[] body) {
		try {
			return instance.post(InboundApplication.WEBHOOKS, InboundApplication.webhook(body), body).status();
		}
		catch (UncheckedIOException ex) {
			assertThat(ex).hasCauseInstanceOf(ConnectException.class);
			return REFUSED;
		}
	}

	void awaitHalf() throws InterruptedException {
		assertThat(this.half.await(60, TimeUnit.SECONDS)).isTrue();
	}

	void awaitAll() throws Exception {
		for (Future<?> delivery : this.deliveries) {
			delivery.get(60, TimeUnit.SECONDS);
		}
	}

	/**
	 * The events with a delivery that an instance accepted, but did not answer.
	 */
	Set<String> unanswered(int instance) {
		return Set.copyOf(this.unanswered.get(instance));
	}

	/**
	 * The number of responses by status, {@code 0} if there was none, {@code -1} if the
	 * connection was refused.
	 */
	Map<Integer, Integer> responses() {
		return new TreeMap<>(this.responses);
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
