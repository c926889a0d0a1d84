package com.scalekit.spring.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.util.Assert;

/**
 * Inbox of a single instance, which forgets everything at its end. Applications that run
 * in several instances need another one.
 * <p>
 * The memory is bounded: if there are too many events, the one that was handled first is
 * forgotten.
 */
public final class InMemoryWebhookInbox implements WebhookInbox {

	private static final int DEFAULT_CAPACITY = 10_000;

	private static final Duration DEFAULT_RETENTION = Duration.ofDays(3);

	private static final Duration DEFAULT_LEASE = Duration.ofSeconds(60);

	private final Map<String, Claim> inProgress = new HashMap<>();

	private final Map<String, Instant> done = new LinkedHashMap<>();

	private final int capacity;

	private final Duration retention;

	private final Duration lease;

	private final Clock clock;

	/**
	 * Creates an inbox that remembers up to 10,000 events for 3 days.
	 */
	public InMemoryWebhookInbox() {
		this(DEFAULT_CAPACITY, DEFAULT_RETENTION);
	}

	/**
	 * Creates an inbox.
	 * @param capacity how many events it remembers
	 * @param retention how long it remembers them
	 */
	public InMemoryWebhookInbox(int capacity, Duration retention) {
		this(capacity, retention, DEFAULT_LEASE, Clock.systemUTC());
	}

	/**
	 * Creates an inbox.
	 * @param capacity how many events it remembers
	 * @param retention how long it remembers them
	 * @param lease how long a handler may run until another delivery may handle the event
	 * @param clock the present
	 */
	public InMemoryWebhookInbox(int capacity, Duration retention, Duration lease, Clock clock) {
		Assert.isTrue(capacity > 0, "'capacity' must be positive");
		Assert.isTrue(!retention.isNegative() && !retention.isZero(), "'retention' must be positive");
		Assert.isTrue(!lease.isNegative() && !lease.isZero(), "'lease' must be positive");
		Assert.notNull(clock, "'clock' must not be null");
		this.capacity = capacity;
		this.retention = retention;
		this.lease = lease;
		this.clock = clock;
	}

	@Override
	public Outcome once(String eventId, Runnable handler) {
		Assert.hasText(eventId, "'eventId' must not be empty");
		Assert.notNull(handler, "'handler' must not be null");
		Claim claim = new Claim(this.clock.instant().plus(this.lease));
		Outcome claimed = claim(eventId, claim);
		if (claimed != Outcome.HANDLED) {
			return claimed;
		}
		boolean handled = false;
		try {
			handler.run();
			handled = true;
		}
		finally {
			finish(eventId, claim, handled);
		}
		return Outcome.HANDLED;
	}

	private synchronized Outcome claim(String eventId, Claim claim) {
		Instant now = this.clock.instant();
		forgetExpired(now);
		if (this.done.containsKey(eventId)) {
			return Outcome.DUPLICATE;
		}
		Claim other = this.inProgress.get(eventId);
		if (other != null && other.expiresAt.isAfter(now)) {
			return Outcome.IN_PROGRESS;
		}
		this.inProgress.put(eventId, claim);
		return Outcome.HANDLED;
	}

	private synchronized void finish(String eventId, Claim claim, boolean handled) {
		this.inProgress.remove(eventId, claim);
		if (handled) {
			this.done.remove(eventId);
			this.done.put(eventId, this.clock.instant());
			forgetOldest();
		}
	}

	private void forgetExpired(Instant now) {
		Instant limit = now.minus(this.retention);
		Iterator<Instant> times = this.done.values().iterator();
		while (times.hasNext() && !times.next().isAfter(limit)) {
			times.remove();
		}
	}

	private void forgetOldest() {
		Iterator<String> ids = this.done.keySet().iterator();
		while (this.done.size() > this.capacity) {
			ids.next();
			ids.remove();
		}
	}

	/**
	 * A running handler. Two of them are never equal, even if they begin together.
	 */
	private static final class Claim {

		private final Instant expiresAt;

		private Claim(Instant expiresAt) {
			this.expiresAt = expiresAt;
		}

	}

}
