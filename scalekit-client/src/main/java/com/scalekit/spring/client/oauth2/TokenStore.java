package com.scalekit.spring.client.oauth2;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2Error;

import com.scalekit.spring.client.error.ScalekitTokenException;

/**
 * Holds the access token of an environment. A token is fetched when the first caller
 * needs it; callers who come while it is being fetched wait for that same request. Well
 * before its end it is refreshed in the background: nobody waits while there is a usable
 * token, whatever happens to the token endpoint.
 * <p>
 * The request is subscribed by the store and never by a caller, so no caller can cancel
 * it for the others.
 */
final class TokenStore implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(TokenStore.class);

	/**
	 * A token that replaced a refused one and is refused again this soon is not the
	 * reason for the refusal.
	 */
	private static final Duration MIN_AGE_OF_REPLACEMENT = Duration.ofSeconds(10);

	private final Mono<OAuth2AccessToken> tokenRequest;

	private final TimeSource time;

	private final Mono<OAuth2AccessToken> token = Mono.defer(this::currentOrFetched);

	private final AtomicReference<@Nullable Fetch> inFlight = new AtomicReference<>();

	private final FetchFailures failures;

	private volatile @Nullable IssuedToken latest;

	private volatile boolean closed;

	TokenStore(Mono<OAuth2AccessToken> tokenRequest, TimeSource time) {
		this.tokenRequest = tokenRequest.switchIfEmpty(Mono.error(TokenStore::withoutToken));
		this.time = time;
		this.failures = new FetchFailures(time);
	}

	/**
	 * Return the current token or, if there is none that can still be used, the one that
	 * is being fetched.
	 */
	Mono<OAuth2AccessToken> get() {
		return this.token;
	}

	/**
	 * Tell that the server refused a token. A newer one that has taken its place
	 * meanwhile is kept.
	 * @return whether to try again with another token
	 */
	boolean refuse(OAuth2AccessToken token) {
		IssuedToken issued = this.latest;
		return issued == null || issued.token() != token || refuse(issued);
	}

	/**
	 * Tell that the server refused the current token.
	 */
	void refuseCurrent() {
		IssuedToken issued = this.latest;
		if (issued != null) {
			refuse(issued);
		}
	}

	private boolean refuse(IssuedToken issued) {
		if (issued.isReplacement() && issued.ageNanos(this.time) < MIN_AGE_OF_REPLACEMENT.toNanos()) {
			return false;
		}
		issued.refuse();
		return true;
	}

	/**
	 * Return the current token, and refresh it in the background when it is time.
	 * @return the token, {@code null} if there is none that can still be used
	 */
	@Nullable OAuth2AccessToken current() {
		IssuedToken issued = usableToken();
		if (issued == null) {
			return null;
		}
		if (issued.isDueForRefresh(this.time) && this.failures.allowRefresh()) {
			fetch();
		}
		return issued.token();
	}

	/**
	 * Tell about the token without asking for one.
	 */
	TokenStatus status() {
		IssuedToken issued = usableToken();
		return new TokenStatus((issued != null) ? issued.endOfUse() : null, this.failures.last());
	}

	private Mono<OAuth2AccessToken> currentOrFetched() {
		OAuth2AccessToken current = current();
		if (current != null) {
			return Mono.just(current);
		}
		if (this.closed) {
			return Mono.error(closed());
		}
		ScalekitTokenException failure = this.failures.remembered();
		return (failure != null) ? Mono.error(failure) : fetch().result();
	}

	private @Nullable IssuedToken usableToken() {
		IssuedToken issued = this.latest;
		return (issued != null && !this.closed && issued.isUsable(this.time)) ? issued : null;
	}

	/**
	 * Start a request, or join the one that is running.
	 */
	private Fetch fetch() {
		Fetch fetch = new Fetch();
		Fetch running = this.inFlight.compareAndExchange(null, fetch);
		if (running != null) {
			return running;
		}
		IssuedToken issued = usableToken();
		if (issued != null && !issued.isDueForRefresh(this.time)) {
			fetch.end();
			fetch.outcome.tryEmitValue(issued.token());
		}
		else {
			fetch.start();
		}
		return fetch;
	}

	private static ScalekitTokenException withoutToken() {
		return new ScalekitTokenException(new OAuth2Error("invalid_token_response"),
				"No access token: the token request ended without a response");
	}

	private static ScalekitTokenException closed() {
		return new ScalekitTokenException(new OAuth2Error("client_closed"),
				"No access token: the Scalekit clients have been closed");
	}

	/**
	 * End a running request, refuse to start another one, and hand out no token any more.
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
		 * run on that one otherwise. Each of them gets an exception of its own, since
		 * callers add to the exceptions they get.
		 */
		private Mono<OAuth2AccessToken> result() {
			return this.outcome.asMono()
				.publishOn(Schedulers.parallel())
				.onErrorMap(ScalekitTokenException.class, TokenErrors::copyOf);
		}

		private void start() {
			if (TokenStore.this.closed) {
				abort();
				return;
			}
			long requestNanos = TokenStore.this.time.nanoTime();
			IssuedToken previous = TokenStore.this.latest;
			boolean replacement = previous != null && previous.isRefused();
			this.subscription.update(TokenStore.this.tokenRequest.contextWrite((context) -> Context.empty())
				.subscribe((token) -> succeed(new IssuedToken(token, replacement, requestNanos)), this::fail));
		}

		private void succeed(IssuedToken issued) {
			TokenStore.this.failures.reset();
			TokenStore.this.latest = issued;
			end();
			this.outcome.tryEmitValue(issued.token());
		}

		private void fail(Throwable failure) {
			IssuedToken issued = usableToken();
			if (issued != null) {
				TokenStore.this.failures.addRefresh(failure, issued.remainingNanos(TokenStore.this.time));
				logger.warn("The access token cannot be refreshed; the present one is used until %s. %s"
					.formatted(issued.endOfUse(), failure.getMessage()));
			}
			else {
				TokenStore.this.failures.add(failure);
			}
			end();
			this.outcome.tryEmitError(failure);
		}

		private void abort() {
			this.subscription.dispose();
			end();
			this.outcome.tryEmitError(closed());
		}

		private void end() {
			TokenStore.this.inFlight.compareAndSet(this, null);
		}

	}

}
