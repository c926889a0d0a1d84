package com.scalekit.spring.client.oauth2;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

import org.springframework.security.oauth2.core.OAuth2AccessToken;

/**
 * A token and the times at which it is to be refreshed and no longer to be used. Both are
 * kept on two clocks, and the stricter one counts.
 */
final class IssuedToken {

	private static final Duration MAX_SAFETY_MARGIN = Duration.ofMinutes(1);

	private final OAuth2AccessToken token;

	private final boolean replacement;

	private final long issuedNanos;

	private final Instant refreshTime;

	private final long nanosToRefresh;

	private final Instant endOfUse;

	private final long nanosToEndOfUse;

	private volatile boolean refused;

	/**
	 * Create a token that was just issued.
	 * @param token the token, with the times at which it was requested and expires
	 * @param replacement whether it replaces one that the server refused
	 * @param issuedNanos when it was requested
	 */
	IssuedToken(OAuth2AccessToken token, boolean replacement, long issuedNanos) {
		this.token = token;
		this.replacement = replacement;
		this.issuedNanos = issuedNanos;
		Instant issuedAt = Objects.requireNonNull(token.getIssuedAt());
		Duration lifetime = Duration.between(issuedAt, Objects.requireNonNull(token.getExpiresAt()));
		Duration timeToEndOfUse = lifetime.minus(min(lifetime.dividedBy(10), MAX_SAFETY_MARGIN));
		Duration window = refreshWindow(lifetime);
		Duration timeToRefresh = lifetime.minus(window).plus(jitter(window.dividedBy(2)));
		this.refreshTime = issuedAt.plus(timeToRefresh);
		this.nanosToRefresh = timeToRefresh.toNanos();
		this.endOfUse = issuedAt.plus(timeToEndOfUse);
		this.nanosToEndOfUse = timeToEndOfUse.toNanos();
	}

	/**
	 * How long before its end a token may be refreshed: early enough to survive an outage
	 * of the token endpoint.
	 */
	private static Duration refreshWindow(Duration lifetime) {
		if (lifetime.compareTo(Duration.ofMinutes(90)) >= 0) {
			return Duration.ofMinutes(60);
		}
		if (lifetime.compareTo(Duration.ofMinutes(20)) >= 0) {
			return Duration.ofMinutes(15);
		}
		return min(Duration.ofMinutes(5), lifetime.dividedBy(2));
	}

	/**
	 * Instances that were started together do not refresh together.
	 */
	private static Duration jitter(Duration bound) {
		return Duration.ofNanos(ThreadLocalRandom.current().nextLong(bound.toNanos() + 1));
	}

	private static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	OAuth2AccessToken token() {
		return this.token;
	}

	boolean isReplacement() {
		return this.replacement;
	}

	Instant endOfUse() {
		return this.endOfUse;
	}

	/**
	 * Mark this token as one that the server refused. It is not used any more.
	 */
	void refuse() {
		this.refused = true;
	}

	boolean isRefused() {
		return this.refused;
	}

	boolean isUsable(TimeSource time) {
		return !this.refused && remainingNanos(time) > 0 && time.instant().isBefore(this.endOfUse);
	}

	boolean isDueForRefresh(TimeSource time) {
		return ageNanos(time) >= this.nanosToRefresh || !time.instant().isBefore(this.refreshTime);
	}

	long ageNanos(TimeSource time) {
		return time.nanoTime() - this.issuedNanos;
	}

	long remainingNanos(TimeSource time) {
		return this.nanosToEndOfUse - ageNanos(time);
	}

}
