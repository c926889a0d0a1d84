package com.scalekit.spring.test.webhooks;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.server.EnvironmentState;

/**
 * Delivers webhooks one after another, each until it is accepted or there have been too
 * many attempts. A thread of its own does so, from the first webhook on.
 */
final class Dispatcher {

	private static final int MAX_DELIVERIES = 10_000;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final List<Duration> DEFAULT_RETRIES = Stream.of(50, 100, 200, 400, 800)
		.map(Duration::ofMillis)
		.toList();

	private final EnvironmentState state;

	private final Sender sender;

	private final Deque<Pending> queue = new ArrayDeque<>();

	private final Deque<WebhookDelivery> deliveries = new ArrayDeque<>();

	private List<Duration> retries = DEFAULT_RETRIES;

	private @Nullable Thread worker;

	private @Nullable Pending current;

	private boolean busy;

	private boolean resetting;

	private boolean closed;

	Dispatcher(EnvironmentState state, Sender sender) {
		this.state = state;
		this.sender = sender;
	}

	synchronized void retries(List<Duration> retries) {
		this.retries = retries;
	}

	synchronized List<WebhookDelivery> deliveries() {
		return List.copyOf(this.deliveries);
	}

	synchronized void add(URI target, WebhookEvent event) {
		if (!this.closed && !this.resetting) {
			this.queue.add(new Pending(target, event));
			if (this.worker == null) {
				this.worker = new Thread(this::run, "scalekit-webhooks");
				this.worker.setDaemon(true);
				this.worker.start();
			}
			notifyAll();
		}
	}

	private void run() {
		try {
			for (Pending next = take(); next != null; next = take()) {
				deliver(next);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			finished();
		}
	}

	private synchronized void finished() {
		this.current = null;
		this.busy = false;
		notifyAll();
	}

	private synchronized @Nullable Pending take() throws InterruptedException {
		finished();
		while (this.queue.isEmpty() && !this.closed) {
			wait();
		}
		this.current = this.queue.poll();
		this.busy = this.current != null;
		return this.current;
	}

	private void deliver(Pending next) throws InterruptedException {
		this.state.awaitChange();
		int attempt = 1;
		boolean again = isCurrent(next);
		while (again) {
			again = record(attempt(next, attempt), next) && pause(next, attempt);
			attempt++;
		}
	}

	private synchronized boolean isCurrent(Pending pending) {
		return this.current == pending;
	}

	private WebhookDelivery attempt(Pending next, int attempt) {
		WebhookEvent event = next.event();
		byte[] body = event.body();
		return new WebhookDelivery(event.id(), event.type(), event.organizationId(), next.target(), attempt,
				status(next.target(), event, body), this.state.now(), new String(body, StandardCharsets.UTF_8));
	}

	private int status(URI target, WebhookEvent event, byte[] body) {
		try {
			return this.sender.send(target, event.headers(), body).status();
		}
		catch (UncheckedIOException | IllegalArgumentException ex) {
			return 0;
		}
	}

	/**
	 * Record an attempt, unless the server was reset meanwhile.
	 * @return whether there is to be another one
	 */
	private synchronized boolean record(WebhookDelivery delivery, Pending pending) {
		if (this.current != pending) {
			return false;
		}
		if (this.deliveries.size() == MAX_DELIVERIES) {
			this.deliveries.remove();
		}
		this.deliveries.add(delivery);
		notifyAll();
		return !delivery.isSuccessful() && delivery.attempt() <= this.retries.size();
	}

	/**
	 * Wait before the next attempt.
	 * @return whether there is to be one, still
	 */
	private synchronized boolean pause(Pending pending, int attempt) throws InterruptedException {
		Duration delay = this.retries.get(attempt - 1);
		return !waitUntil(() -> this.current != pending, delay);
	}

	WebhookDelivery await(String type, Duration patience) {
		return awaitUninterrupted(() -> latest(type).isPresent(), () -> latest(type).orElseThrow(), patience,
				"The target has not accepted an event '%s' in %s".formatted(type, patience));
	}

	private Optional<WebhookDelivery> latest(String type) {
		return this.deliveries.stream()
			.filter((delivery) -> delivery.isSuccessful() && delivery.type().equals(type))
			.reduce((earlier, later) -> later);
	}

	List<WebhookDelivery> awaitAll(Duration patience) {
		return awaitUninterrupted(() -> this.queue.isEmpty() && this.current == null, this::deliveries, patience,
				"There are events that were not delivered in " + patience);
	}

	private synchronized <T> T awaitUninterrupted(Supplier<Boolean> condition, Supplier<T> result, Duration patience,
			String failure) {
		try {
			if (waitUntil(condition, patience)) {
				return result.get();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new AssertionError("%s. Deliveries so far: %s".formatted(failure, this.deliveries.stream()
			.map((delivery) -> "%s attempt %d: %d".formatted(delivery.type(), delivery.attempt(), delivery.status()))
			.toList()));
	}

	private boolean waitUntil(Supplier<Boolean> condition, Duration duration) throws InterruptedException {
		long deadline = System.nanoTime() + duration.toNanos();
		long left = duration.toNanos();
		while (!condition.get() && left > 0) {
			TimeUnit.NANOSECONDS.timedWait(this, left);
			left = deadline - System.nanoTime();
		}
		return condition.get();
	}

	/**
	 * Forget all webhooks, also those that are caused while the one that is on its way is
	 * handled. Nothing is handled afterwards.
	 */
	synchronized void reset() {
		clear();
		this.resetting = true;
		try {
			waitUntil(() -> !this.busy, PATIENCE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.resetting = false;
		}
	}

	private void clear() {
		this.queue.clear();
		this.current = null;
		this.deliveries.clear();
		this.retries = DEFAULT_RETRIES;
		notifyAll();
	}

	synchronized void close() {
		clear();
		this.closed = true;
		if (this.worker != null) {
			this.worker.interrupt();
		}
	}

	private record Pending(URI target, WebhookEvent event) {
	}

}
