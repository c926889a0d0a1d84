package com.scalekit.spring.test.oauth2;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.RandomStrings;

/**
 * The access tokens of a {@code ScalekitServer}. They really expire.
 */
public final class Tokens {

	private static final Duration DEFAULT_LIFETIME = Duration.ofSeconds(86_399);

	private static final Duration EVICTION_INTERVAL = Duration.ofMinutes(1);

	private final EnvironmentState state;

	private final Map<String, Instant> expiryTimes = new HashMap<>();

	private Instant nextEviction;

	private Duration lifetime = DEFAULT_LIFETIME;

	private int issued;

	private boolean endpointDown;

	Tokens(EnvironmentState state) {
		this.state = state;
		this.nextEviction = state.now().plus(EVICTION_INTERVAL);
	}

	/**
	 * Return how many access tokens were issued since the server started or was reset,
	 * revoked and expired ones included.
	 * @return the number of access tokens
	 */
	public int issued() {
		synchronized (this.state) {
			return this.issued;
		}
	}

	/**
	 * Refuse all access tokens issued so far with {@code 401}. Tokens issued from now on
	 * are accepted.
	 */
	public void revokeAll() {
		synchronized (this.state) {
			this.expiryTimes.clear();
		}
	}

	/**
	 * Set how long the access tokens that are issued from now on live, which is also what
	 * {@code expires_in} says. At first that is 24 hours less one second, as with the
	 * service.
	 * @param lifetime the lifetime, in whole seconds; {@code 0} for tokens that are
	 * expired when they arrive
	 */
	public void lifetime(Duration lifetime) {
		synchronized (this.state) {
			if (lifetime.isNegative() || lifetime.getNano() != 0) {
				throw new IllegalArgumentException(
						"The lifetime must be in whole seconds and not negative: " + lifetime);
			}
			this.lifetime = lifetime;
		}
	}

	/**
	 * Answer all requests for a token with {@code 503} and an empty body, until
	 * {@link #endpointUp()}. Tokens that were issued before are still accepted.
	 */
	public void endpointDown() {
		synchronized (this.state) {
			this.endpointDown = true;
		}
	}

	/**
	 * Issue tokens again.
	 */
	public void endpointUp() {
		synchronized (this.state) {
			this.endpointDown = false;
		}
	}

	boolean isEndpointDown() {
		synchronized (this.state) {
			return this.endpointDown;
		}
	}

	/**
	 * Forget what a test has set and counted. Tokens are still accepted, as the
	 * application under test still has them.
	 */
	void reset() {
		synchronized (this.state) {
			this.lifetime = DEFAULT_LIFETIME;
			this.issued = 0;
			this.endpointDown = false;
		}
	}

	AccessToken issue() {
		synchronized (this.state) {
			evictExpired();
			String value = RandomStrings.secret();
			this.expiryTimes.put(value, this.state.now().plus(this.lifetime));
			this.issued++;
			return new AccessToken(value, this.lifetime);
		}
	}

	boolean accepts(String token) {
		synchronized (this.state) {
			Instant expiryTime = this.expiryTimes.get(token);
			return expiryTime != null && this.state.now().isBefore(expiryTime);
		}
	}

	int held() {
		synchronized (this.state) {
			return this.expiryTimes.size();
		}
	}

	private void evictExpired() {
		Instant now = this.state.now();
		if (!now.isBefore(this.nextEviction)) {
			this.expiryTimes.values().removeIf((expiryTime) -> !now.isBefore(expiryTime));
			this.nextEviction = now.plus(EVICTION_INTERVAL);
		}
	}

	record AccessToken(String value, Duration lifetime) {
	}

}
