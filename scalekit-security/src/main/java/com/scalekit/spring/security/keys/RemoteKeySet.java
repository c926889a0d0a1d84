package com.scalekit.spring.security.keys;

import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Key set of a Scalekit environment. It is fetched when it is first needed, and again
 * when it is too old or a token names a key that it does not have. Tokens with unknown
 * keys cannot cause more than two requests per interval.
 * <p>
 * While Scalekit is down, keys that are known are good for an hour. A key that is not
 * known is then no reason to refuse a token: there is a {@link KeySourceException}, which
 * tells that nobody knows. The stock sources of Nimbus report it as a wrong token.
 * <p>
 * Not to be published as a bean: an authorization server would sign with it.
 */
public final class RemoteKeySet implements JWKSource<SecurityContext> {

	/**
	 * How long a key set is used before it is fetched again, unless told otherwise.
	 */
	public static final Duration CACHE_TTL = Duration.ofMinutes(5);

	/**
	 * In which time there are at most two requests, unless told otherwise.
	 */
	public static final Duration REFETCH_INTERVAL = Duration.ofSeconds(10);

	private static final Duration OUTAGE_TOLERANCE = Duration.ofHours(1);

	private static final int MAX_WAITING = 8;

	private static final Log logger = LogFactory.getLog(RemoteKeySet.class);

	private final KeySetEndpoint endpoint;

	private final Duration cacheTtl;

	private final Clock clock;

	private final FetchLimit limit;

	private final ReentrantLock lock = new ReentrantLock();

	private volatile @Nullable FetchedKeys current;

	/**
	 * Creates a key set. Nothing is fetched yet.
	 * @param uri the address of the key set
	 * @param webClient supplies the client that fetches it, which must not follow
	 * redirects. It is asked once, when the key set is first needed
	 * @param cacheTtl how long a key set is used before it is fetched again
	 * @param refetchInterval the time in which there are at most two requests
	 * @param clock the clock
	 */
	public RemoteKeySet(URI uri, Supplier<WebClient> webClient, Duration cacheTtl, Duration refetchInterval,
			Clock clock) {
		this.endpoint = new KeySetEndpoint(uri, webClient);
		this.cacheTtl = cacheTtl;
		this.limit = new FetchLimit(refetchInterval);
		this.clock = clock;
	}

	@Override
	public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
		FetchedKeys keys = usable();
		List<JWK> matches = selector.select(keys.keySet());
		return matches.isEmpty() ? selector.select(newerThan(keys).keySet()) : matches;
	}

	/**
	 * Returns the keys that are known. They are never fetched, so that no caller waits.
	 * If the key set is too old or does not have a key, there is a
	 * {@link KeySourceException}.
	 * @return the keys
	 */
	public JWKSource<SecurityContext> known() {
		return (selector, context) -> {
			FetchedKeys keys = this.current;
			List<JWK> matches = (keys != null && keys.isYoungerThan(this.cacheTtl, this.clock.instant()))
					? selector.select(keys.keySet()) : List.of();
			if (matches.isEmpty()) {
				throw new JWKSetUnavailableException("Key is not known");
			}
			return matches;
		};
	}

	private FetchedKeys usable() throws KeySourceException {
		FetchedKeys keys = this.current;
		Instant now = this.clock.instant();
		if (keys != null && keys.isYoungerThan(this.cacheTtl, now)) {
			return keys;
		}
		return (keys != null && keys.isYoungerThan(OUTAGE_TOLERANCE, now)) ? refreshed(keys) : newerThan(keys);
	}

	/**
	 * One caller fetches the keys, and the others do not wait for it.
	 */
	private FetchedKeys refreshed(FetchedKeys keys) {
		if (!this.lock.tryLock()) {
			return keys;
		}
		try {
			return newerThan(keys);
		}
		catch (KeySourceException ex) {
			return keys;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Callers wait for the first key set. Later only a few may wait: tokens with unknown
	 * keys are for free, and must not occupy all threads while Scalekit is slow.
	 */
	private FetchedKeys newerThan(@Nullable FetchedKeys known) throws KeySourceException {
		if (known != null && this.lock.getQueueLength() >= MAX_WAITING) {
			throw new JWKSetUnavailableException("Too many callers wait for the key set");
		}
		this.lock.lock();
		try {
			FetchedKeys keys = this.current;
			return (keys != null && keys != known) ? keys : fetch();
		}
		finally {
			this.lock.unlock();
		}
	}

	private FetchedKeys fetch() throws KeySourceException {
		Instant now = this.clock.instant();
		if (!this.limit.tryAcquire(now)) {
			throw new RateLimitReachedException();
		}
		try {
			FetchedKeys keys = new FetchedKeys(this.endpoint.fetch(), now);
			this.current = keys;
			return keys;
		}
		catch (IOException | ParseException | RuntimeException ex) {
			logger.warn("Key set cannot be fetched from " + this.endpoint + ": " + reason(ex));
			throw new JWKSetUnavailableException("Key set is not available", ex);
		}
	}

	/**
	 * What a server sends instead of a key set is not repeated.
	 */
	private static String reason(Exception exception) {
		if (exception instanceof ParseException) {
			return "response is not a key set";
		}
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(exception);
		return (cause.getMessage() != null) ? cause.getMessage() : cause.getClass().getSimpleName();
	}

}
