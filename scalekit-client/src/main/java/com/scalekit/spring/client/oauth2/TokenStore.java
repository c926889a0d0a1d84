package com.scalekit.spring.client.oauth2;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

import org.springframework.security.oauth2.core.OAuth2AccessToken;

/**
 * Holds the access token of an environment. A token is fetched when the first caller
 * needs it; callers who come while it is being fetched wait for that same request.
 * <p>
 * The request is subscribed by the store and never by a caller, so no caller can cancel
 * it for the others.
 */
final class TokenStore implements AutoCloseable {

	private static final Duration MAX_SAFETY_MARGIN = Duration.ofMinutes(1);

	private final Mono<OAuth2AccessToken> tokenRequest;

	private final Clock clock;

	private final AtomicReference<@Nullable OAuth2AccessToken> current = new AtomicReference<>();

	private final AtomicReference<@Nullable Fetch> inFlight = new AtomicReference<>();

	private volatile boolean closed;

	TokenStore(Mono<OAuth2AccessToken> tokenRequest, Clock clock) {
		this.tokenRequest = tokenRequest;
		this.clock = clock;
	}

	/**
	 * Return the current token or, if there is none that can still be used, the one that
	 * is being fetched.
	 */
	Mono<OAuth2AccessToken> get() {
		return Mono.defer(() -> {
			OAuth2AccessToken token = usableToken();
			return (token != null) ? Mono.just(token) : join();
		});
	}

	/**
	 * Drop a token that the server refused. A newer one that has taken its place
	 * meanwhile is kept.
	 */
	void drop(OAuth2AccessToken refused) {
		this.current.compareAndSet(refused, null);
	}

	private @Nullable OAuth2AccessToken usableToken() {
		OAuth2AccessToken token = this.current.get();
		return (token != null && this.clock.instant().isBefore(endOfUse(token))) ? token : null;
	}

	/**
	 * A token is not used up to its very end, since the call still has to reach the
	 * server.
	 */
	private static Instant endOfUse(OAuth2AccessToken token) {
		Instant issuedAt = Objects.requireNonNull(token.getIssuedAt());
		Instant expiresAt = Objects.requireNonNull(token.getExpiresAt());
		Duration margin = Duration.between(issuedAt, expiresAt).dividedBy(10);
		return expiresAt.minus((margin.compareTo(MAX_SAFETY_MARGIN) < 0) ? margin : MAX_SAFETY_MARGIN);
	}

	private Mono<OAuth2AccessToken> join() {
		Fetch fetch = new Fetch();
		Fetch running = this.inFlight.compareAndExchange(null, fetch);
		if (running != null) {
			return running.result();
		}
		OAuth2AccessToken token = usableToken();
		if (token != null) {
			fetch.succeed(token);
		}
		else {
			fetch.start();
		}
		return fetch.result();
	}

	/**
	 * End a running request and refuse to start another one.
	 */
	@Override
	public void close() {
		this.closed = true;
		Fetch running = this.inFlight.get();
		if (running != null) {
			running.abort();
		}
	}

	/**
	 * One token request, and all who wait for it.
	 */
	private final class Fetch {

		private final Sinks.One<OAuth2AccessToken> outcome = Sinks.one();

		private final Disposable.Swap subscription = Disposables.swap();

		/**
		 * The callers leave the event loop the token arrived on: all their calls would
		 * run on that one otherwise.
		 */
		private Mono<OAuth2AccessToken> result() {
			return this.outcome.asMono().publishOn(Schedulers.parallel());
		}

		private void start() {
			if (TokenStore.this.closed) {
				abort();
				return;
			}
			this.subscription.update(TokenStore.this.tokenRequest.contextWrite((context) -> Context.empty())
				.subscribe(this::succeed, this::fail));
		}

		private void succeed(OAuth2AccessToken token) {
			TokenStore.this.current.set(token);
			TokenStore.this.inFlight.set(null);
			this.outcome.tryEmitValue(token);
		}

		private void fail(Throwable failure) {
			TokenStore.this.inFlight.set(null);
			this.outcome.tryEmitError(failure);
		}

		private void abort() {
			this.subscription.dispose();
			fail(new IllegalStateException("The Scalekit clients have been closed"));
		}

	}

}
