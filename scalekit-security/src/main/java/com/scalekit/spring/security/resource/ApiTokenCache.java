package com.scalekit.spring.security.resource;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.apitokens.ApiToken;

/**
 * Remembers API tokens that are valid, by their hashes. A token that has been revoked is
 * valid here until its time is over.
 */
final class ApiTokenCache {

	private static final int MAX_ENTRIES = 10_000;

	private final Duration ttl;

	private final Clock clock;

	private final Map<String, CachedToken> tokens = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Entry<String, CachedToken> eldest) {
			return size() > MAX_ENTRIES;
		}

	};

	ApiTokenCache(Duration ttl, Clock clock) {
		this.ttl = ttl;
		this.clock = clock;
	}

	@Nullable ApiToken get(String secret) {
		if (this.ttl.isZero()) {
			return null;
		}
		synchronized (this.tokens) {
			CachedToken cached = this.tokens.get(hash(secret));
			return (cached != null && this.clock.instant().isBefore(cached.until())) ? cached.token() : null;
		}
	}

	void put(String secret, ApiToken token) {
		if (this.ttl.isZero()) {
			return;
		}
		Instant until = this.clock.instant().plus(this.ttl);
		Instant expiry = token.expiry();
		synchronized (this.tokens) {
			this.tokens.put(hash(secret),
					new CachedToken(token, (expiry != null && expiry.isBefore(until)) ? expiry : until));
		}
	}

	private static String hash(String secret) {
		try {
			return Base64.getEncoder()
				.encodeToString(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record CachedToken(ApiToken token, Instant until) {

	}

}
