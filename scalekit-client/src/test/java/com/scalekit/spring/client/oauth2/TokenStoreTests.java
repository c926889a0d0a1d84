package com.scalekit.spring.client.oauth2;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class TokenStoreTests {

	private static final Duration SOON = Duration.ofSeconds(5);

	private final AdjustableClock clock = new AdjustableClock();

	private final AtomicInteger requests = new AtomicInteger();

	private Sinks.One<OAuth2AccessToken> response = Sinks.one();

	private final TokenStore store = new TokenStore(Mono.defer(() -> {
		this.requests.incrementAndGet();
		return this.response.asMono();
	}), this.clock);

	@Test
	void requestsNothingBeforeTheFirstCaller() {
		this.store.get();
		assertThat(this.requests).hasValue(0);
	}

	@Test
	void callersShareOneRequest() {
		StepVerifier.create(Flux.range(0, 100).flatMap((caller) -> this.store.get(), 100).distinct().count())
			.then(() -> respond("token", Duration.ofHours(24)))
			.expectNext(1L)
			.expectComplete()
			.verify(SOON);
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void othersGetTheTokenWhenTheFirstCallerCancels() {
		Disposable first = this.store.get().subscribe();
		StepVerifier.create(this.store.get()).then(() -> {
			first.dispose();
			respond("token", Duration.ofHours(24));
		}).expectNextCount(1).expectComplete().verify(SOON);
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void tokenIsKeptWhenAllCallersCancel() {
		this.store.get().subscribe().dispose();
		respond("token", Duration.ofHours(24));
		assertThat(token()).isEqualTo("token");
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void tokenIsUsedUntilShortlyBeforeItsEnd() {
		respond("first", Duration.ofHours(24));
		assertThat(token()).isEqualTo("first");
		this.clock.advance(Duration.ofHours(24).minusSeconds(61));
		assertThat(token()).isEqualTo("first");
		respond("second", Duration.ofHours(24));
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(token()).isEqualTo("second");
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void shortTokenIsUsedForMostOfItsLife() {
		respond("first", Duration.ofSeconds(30));
		assertThat(token()).isEqualTo("first");
		this.clock.advance(Duration.ofSeconds(26));
		assertThat(token()).isEqualTo("first");
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void failureReachesAllWhoWaitAndIsNotKept() {
		StepVerifier.create(Flux.merge(this.store.get().onErrorComplete(), this.store.get()))
			.then(() -> this.response.tryEmitError(new IllegalStateException("no token")))
			.expectError(IllegalStateException.class)
			.verify(SOON);
		respond("token", Duration.ofHours(24));
		assertThat(token()).isEqualTo("token");
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void droppedTokenIsReplaced() {
		respond("first", Duration.ofHours(24));
		OAuth2AccessToken first = this.store.get().block(SOON);
		this.store.drop(first);
		respond("second", Duration.ofHours(24));
		assertThat(token()).isEqualTo("second");
	}

	@Test
	void newerTokenSurvivesTheRefusalOfAnOlderOne() {
		respond("first", Duration.ofHours(24));
		OAuth2AccessToken first = this.store.get().block(SOON);
		this.store.drop(first);
		respond("second", Duration.ofHours(24));
		assertThat(token()).isEqualTo("second");
		this.store.drop(first);
		assertThat(token()).isEqualTo("second");
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void contextOfACallerDoesNotReachTheRequest() {
		AtomicInteger contextSize = new AtomicInteger(-1);
		TokenStore store = new TokenStore(Mono.deferContextual((context) -> {
			contextSize.set(context.size());
			return Mono.just(newToken("token", Duration.ofHours(1)));
		}), this.clock);
		store.get().contextWrite((context) -> context.put("tenant", "acme")).block(SOON);
		assertThat(contextSize).hasValue(0);
	}

	@Test
	void closingEndsTheWaitAndFurtherRequests() {
		StepVerifier.create(this.store.get())
			.then(this.store::close)
			.expectErrorMessage("The Scalekit clients have been closed")
			.verify(SOON);
		assertThatIllegalStateException().isThrownBy(this::token);
		assertThat(this.requests).hasValue(1);
	}

	private void respond(String token, Duration lifetime) {
		Sinks.One<OAuth2AccessToken> waiting = this.response;
		if (waiting.tryEmitValue(newToken(token, lifetime)) != Sinks.EmitResult.OK) {
			this.response = Sinks.one();
			this.response.tryEmitValue(newToken(token, lifetime));
		}
	}

	private OAuth2AccessToken newToken(String token, Duration lifetime) {
		return new OAuth2AccessToken(TokenType.BEARER, token, this.clock.instant(),
				this.clock.instant().plus(lifetime));
	}

	private String token() {
		return this.store.get().map(OAuth2AccessToken::getTokenValue).block(SOON);
	}

	private static final class AdjustableClock extends Clock {

		private Instant now = Instant.parse("2026-01-01T00:00:00Z");

		private void advance(Duration duration) {
			this.now = this.now.plus(duration);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
