package com.scalekit.spring.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The access tokens of a {@link ScalekitServer}. They really expire.
 */
public final class Tokens {

	private static final Duration DEFAULT_LIFETIME = Duration.ofSeconds(86_399);

	private static final Duration EVICTION_INTERVAL = Duration.ofMinutes(1);

	private final Clock clock;

	private final Map<String, Instant> expiryTimes = new HashMap<>();

	private Instant nextEviction;

	private Duration lifetime = DEFAULT_LIFETIME;

	private int issued;

	private boolean endpointDown;

	Tokens(Clock clock) {
		this.clock = clock;
		this.nextEviction = clock.instant().plus(EVICTION_INTERVAL);
	}

	/**
	 * Return how many access tokens were issued since the server started or was reset,
	 * revoked and expired ones included.
	 * @return the number of access tokens
	 */
	public synchronized int issued() {
		return this.issued;
	}

	/**
	 * Refuse all access tokens issued so far with {@code 401}. Tokens issued from now on
	 * are accepted.
	 */
	public synchronized void revokeAll() {
		this.expiryTimes.clear();
	}

	/**
	 * Set how long the access tokens that are issued from now on live, which is also what
	 * {@code expires_in} says. At first that is 24 hours less one second, as with the
	 * service.
	 * @param lifetime the lifetime, in whole seconds; {@code 0} for tokens that are
	 * expired when they arrive
	 */
	public synchronized void lifetime(Duration lifetime) {
		if (lifetime.isNegative() || lifetime.getNano() != 0) {
			throw new IllegalArgumentException("The lifetime must be in whole seconds and not negative: " + lifetime);
		}
		this.lifetime = lifetime;
	}

	/**
	 * Answer all requests for a token with {@code 503} and an empty body, until
	 * {@link #endpointUp()}. Tokens that were issued before are still accepted.
	 */
	public synchronized void endpointDown() {
		this.endpointDown = true;
	}

	/**
	 * Issue tokens again.
	 */
	public synchronized void endpointUp() {
		this.endpointDown = false;
	}

	synchronized boolean isEndpointDown() {
		return this.endpointDown;
	}

	/**
	 * Forget what a test has set and counted. Tokens are still accepted, as the
	 * application under test still has them.
	 */
	synchronized void reset() {
		this.lifetime = DEFAULT_LIFETIME;
		this.issued = 0;
		this.endpointDown = false;
	}

	synchronized AccessToken issue() {
		evictExpired();
		String value = RandomStrings.secret();
		this.expiryTimes.put(value, this.clock.instant().plus(this.lifetime));
		this.issued++;
		return new AccessToken(value, this.lifetime);
	}

	synchronized boolean accepts(String token) {
		Instant expiryTime = this.expiryTimes.get(token);
		return expiryTime != null && this.clock.instant().isBefore(expiryTime);
	}

	synchronized int held() {
		return this.expiryTimes.size();
	}

	private void evictExpired() {
		Instant now = this.clock.instant();
		if (!now.isBefore(this.nextEviction)) {
			this.expiryTimes.values().removeIf((expiryTime) -> !now.isBefore(expiryTime));
			this.nextEviction = now.plus(EVICTION_INTERVAL);
		}
	}

	record AccessToken(String value, Duration lifetime) {
	}

}
