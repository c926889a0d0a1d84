package com.scalekit.spring.client.oauth2;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.http.Backoff;
import com.scalekit.spring.client.http.Retrying;
import com.scalekit.spring.client.oauth2.TokenResponseDecoder.InvalidTokenResponseException;

/**
 * Requests access tokens with the client credentials grant.
 */
final class TokenEndpoint {

	private static final Log logger = LogFactory.getLog(TokenEndpoint.class);

	private static final CustomizableThreadFactory THREADS = new CustomizableThreadFactory("scalekit-token-");

	static {
		THREADS.setDaemon(true);
	}

	private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(5);

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final int MAX_ATTEMPTS = 3;

	private static final Duration PAUSE = Duration.ofMillis(100);

	private static final Duration MAX_PAUSE = Duration.ofSeconds(5);

	private static final Set<Integer> TRANSIENT_STATUSES = Set.of(429, 502, 503, 504);

	private final ClientRegistration registration;

	private final Supplier<String> clientSecret;

	private final WebClientReactiveClientCredentialsTokenResponseClient client;

	private final TimeSource time;

	TokenEndpoint(ClientRegistration registration, Supplier<String> clientSecret, WebClient webClient,
			TimeSource time) {
		this.registration = registration;
		this.clientSecret = clientSecret;
		this.client = new WebClientReactiveClientCredentialsTokenResponseClient();
		this.client.setBodyExtractor(new TokenResponseDecoder(registration.getProviderDetails().getTokenUri()));
		this.client.setWebClient(webClient);
		this.time = time;
	}

	/**
	 * Request a token, and try again if the failure may be a passing one.
	 * <p>
	 * Each request is started on a thread of its own, which ends with it. The thread of
	 * the caller would make the request a part of that caller's trace, although it is
	 * made for all callers. The threads that applications share for blocking calls may
	 * all be waiting for this token.
	 */
	Mono<OAuth2AccessToken> requestToken() {
		return Mono.using(RequestThread::new,
				(thread) -> withClientSecret().flatMap(this::requestToken).subscribeOn(Schedulers.fromExecutor(thread)),
				RequestThread::interrupt, false);
	}

	private Mono<ClientRegistration> withClientSecret() {
		TokenErrors errors = new TokenErrors(this.registration);
		return Mono.fromSupplier(this::readClientSecret)
			.timeout(ATTEMPT_TIMEOUT)
			.flatMap(Function.identity())
			.onErrorMap(errors::unreadableSecret)
			.filter(StringUtils::hasText)
			.switchIfEmpty(Mono.error(errors::emptySecret))
			.map((clientSecret) -> ClientRegistration.withClientRegistration(this.registration)
				.clientSecret(clientSecret)
				.build());
	}

	/**
	 * The secret may come from a file or over the network. A failure is a value here, so
	 * that one that comes too late is dropped and not logged.
	 */
	private Mono<String> readClientSecret() {
		try {
			return Mono.justOrEmpty(this.clientSecret.get());
		}
		catch (RuntimeException ex) {
			return Mono.error(ex);
		}
	}

	private Mono<OAuth2AccessToken> requestToken(ClientRegistration registration) {
		TokenErrors errors = new TokenErrors(registration);
		return Mono.defer(() -> {
			AtomicInteger attempts = new AtomicInteger();
			long start = this.time.nanoTime();
			return Retrying.attempts(() -> {
				attempts.incrementAndGet();
				return attempt(registration);
			}, (failure) -> retry(failure, errors, attempts.get(), TIMEOUT.minusNanos(this.time.nanoTime() - start)));
		}).timeout(TIMEOUT, noAnswerWithin(TIMEOUT)).onErrorMap(errors::translate);
	}

	/**
	 * The lifetime of a token is counted from the start of the request: how long the
	 * response was under way is unknown.
	 */
	private Mono<OAuth2AccessToken> attempt(ClientRegistration registration) {
		Instant start = this.time.instant();
		return this.client.getTokenResponse(new OAuth2ClientCredentialsGrantRequest(registration))
			.map((response) -> countedFrom(start, response.getAccessToken()))
			.timeout(ATTEMPT_TIMEOUT, noAnswerWithin(ATTEMPT_TIMEOUT));
	}

	private static Mono<OAuth2AccessToken> noAnswerWithin(Duration timeout) {
		return Mono.error(() -> new TimeoutException("no answer within %d seconds".formatted(timeout.toSeconds())));
	}

	private static Mono<?> retry(Throwable failure, TokenErrors errors, int attempts, Duration timeLeft) {
		if (attempts >= MAX_ATTEMPTS || !isTransient(failure)) {
			return Mono.error(failure);
		}
		Duration pause = Backoff.fullJitter(attempts, PAUSE, MAX_PAUSE);
		if (failure instanceof ScalekitApiException response && response.getRetryAfter() != null
				&& response.getRetryAfter().compareTo(pause) > 0) {
			pause = response.getRetryAfter();
		}
		if (pause.compareTo(timeLeft) >= 0) {
			return Mono.error(failure);
		}
		if (logger.isDebugEnabled()) {
			logger.debug("Token request %d of %d in %d ms after: %s".formatted(attempts + 1, MAX_ATTEMPTS,
					pause.toMillis(), errors.translate(failure).getMessage()));
		}
		return Mono.delay(pause);
	}

	private static boolean isTransient(Throwable failure) {
		if (failure instanceof ScalekitApiException response) {
			return TRANSIENT_STATUSES.contains(response.getStatusCode().value());
		}
		if (failure instanceof WebClientRequestException request && request.getCause() != null) {
			return ScalekitTransportException.failed(request.getCause(), request.getMethod(), request.getUri())
				.isRetryable();
		}
		return !(failure instanceof InvalidTokenResponseException || failure instanceof DataBufferLimitException);
	}

	private static OAuth2AccessToken countedFrom(Instant start, OAuth2AccessToken token) {
		Instant issuedAt = Objects.requireNonNull(token.getIssuedAt());
		Duration lifetime = Duration.between(issuedAt, Objects.requireNonNull(token.getExpiresAt()));
		return new OAuth2AccessToken(token.getTokenType(), token.getTokenValue(), start, start.plus(lifetime),
				token.getScopes());
	}

	/**
	 * The thread a request is started on. It is interrupted without waiting for a lock,
	 * since an event loop may do so.
	 */
	private static final class RequestThread implements Executor {

		private volatile @Nullable Thread thread;

		@Override
		public void execute(Runnable task) {
			Thread thread = THREADS.newThread(task);
			this.thread = thread;
			thread.start();
		}

		void interrupt() {
			Thread thread = this.thread;
			if (thread != null) {
				thread.interrupt();
			}
		}

	}

}
