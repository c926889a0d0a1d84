package com.scalekit.spring.client.oauth2;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.OAuth2Error;

import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.faults.Warnings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class TokenStoreTests {

	private static final Duration SOON = Duration.ofSeconds(5);

	private static final Duration DAY = Duration.ofHours(24);

	private static final String CLOSED = "No access token: the Scalekit clients have been closed";

	private final AdjustableTime time = new AdjustableTime();

	private final AtomicInteger requests = new AtomicInteger();

	private final AtomicInteger cancellations = new AtomicInteger();

	private Sinks.One<OAuth2AccessToken> response = Sinks.one();

	private final TokenStore store = new TokenStore(Mono.defer(() -> {
		this.requests.incrementAndGet();
		return this.response.asMono().doOnCancel(this.cancellations::incrementAndGet);
	}), this.time);

	@Test
	void requestsNothingBeforeTheFirstCaller() {
		this.store.get();
		assertThat(this.requests).hasValue(0);
	}

	@Test
	void callersShareOneRequest() {
		StepVerifier.create(Flux.range(0, 100).flatMap((caller) -> this.store.get(), 100).distinct().count())
			.then(() -> respond("token", DAY))
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
			respond("token", DAY);
		}).expectNextCount(1).expectComplete().verify(SOON);
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void tokenIsKeptWhenAllCallersCancel() {
		this.store.get().subscribe().dispose();
		respond("token", DAY);
		assertThat(token()).isEqualTo("token");
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void callersDoNotStayOnTheThreadTheTokenArrivedOn() {
		StepVerifier.create(this.store.get().map((token) -> Thread.currentThread().getName()))
			.then(() -> respond("token", DAY))
			.assertNext((thread) -> assertThat(thread).startsWith("parallel-"))
			.expectComplete()
			.verify(SOON);
	}

	@Test
	void contextOfACallerDoesNotReachTheRequest() {
		AtomicInteger contextSize = new AtomicInteger(-1);
		TokenStore store = new TokenStore(Mono.deferContextual((context) -> {
			contextSize.set(context.size());
			return Mono.just(newToken("token", DAY));
		}), this.time);
		store.get().contextWrite((context) -> context.put("tenant", "acme")).block(SOON);
		assertThat(contextSize).hasValue(0);
	}

	@ParameterizedTest
	@CsvSource({ "PT24H, PT23H, PT23H30M", "PT90M, PT30M, PT1H", "PT30M, PT15M, PT22M30S", "PT20M, PT5M, PT12M30S",
			"PT10M, PT5M, PT7M30S", "PT30S, PT15S, PT22.5S" })
	void tokenIsRefreshedAheadOfItsEnd(Duration lifetime, Duration earliest, Duration latest) {
		Set<Duration> refreshes = new HashSet<>();
		for (int i = 0; i < 50; i++) {
			IssuedToken token = new IssuedToken(newToken("token", lifetime), false, this.time.nanoTime());
			Duration step = latest.minus(earliest).dividedBy(100);
			AdjustableTime later = new AdjustableTime();
			later.advance(earliest.minusNanos(1));
			assertThat(token.isDueForRefresh(later)).isFalse();
			Duration due = earliest;
			while (!token.isDueForRefresh(later)) {
				later.advance(step);
				due = due.plus(step);
			}
			assertThat(due).isLessThanOrEqualTo(latest.plus(step));
			refreshes.add(due);
		}
		assertThat(refreshes).hasSizeGreaterThan(5);
	}

	@Test
	void nobodyWaitsForARefresh() {
		respond("first", DAY);
		assertThat(token()).isEqualTo("first");
		this.response = Sinks.one();
		this.time.advance(DAY.minusMinutes(20));
		IntStream.range(0, 100).forEach((caller) -> assertThat(token()).isEqualTo("first"));
		assertThat(this.requests).hasValue(2);
		respond("second", DAY);
		assertThat(token()).isEqualTo("second");
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void tokenIsUsedUntilShortlyBeforeItsEnd() {
		respond("first", DAY);
		assertThat(token()).isEqualTo("first");
		this.response = Sinks.one();
		this.time.advance(DAY.minusSeconds(61));
		assertThat(token()).isEqualTo("first");
		this.time.advance(Duration.ofSeconds(1));
		StepVerifier.create(this.store.get().map(OAuth2AccessToken::getTokenValue))
			.then(() -> respond("second", DAY))
			.expectNext("second")
			.expectComplete()
			.verify(SOON);
		assertThat(this.requests).hasValue(2);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 30, 60 })
	void shortTokenIsRequestedOnceAndRefreshedOnce(long seconds) {
		respond("first", Duration.ofSeconds(seconds));
		for (int tenth = 0; tenth < 9; tenth++) {
			assertThat(token()).isEqualTo("first");
			this.time.advance(Duration.ofSeconds(seconds).dividedBy(10));
			if (tenth == 0) {
				this.response = Sinks.one();
			}
		}
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void failedRefreshFailsNobodyAndIsNotRepeatedAtOnce() {
		respond("first", DAY);
		assertThat(token()).isEqualTo("first");
		this.response = Sinks.one();
		fail("temporarily_unavailable");
		this.time.advance(DAY.minusMinutes(25));
		IntStream.range(0, 100).forEach((caller) -> assertThat(token()).isEqualTo("first"));
		assertThat(this.requests).hasValue(2);
		this.time.advance(Duration.ofSeconds(31));
		IntStream.range(0, 100).forEach((caller) -> assertThat(token()).isEqualTo("first"));
		assertThat(this.requests).hasValue(3);
	}

	@Test
	void failedRefreshesAreWarnedOfAFewTimesOnly() {
		respond("first", DAY);
		assertThat(token()).isEqualTo("first");
		this.response = Sinks.one();
		fail("temporarily_unavailable");
		this.time.advance(DAY.minusMinutes(30));
		try (Warnings warnings = Warnings.collect()) {
			for (int second = 0; second < 20 * 60; second++) {
				assertThat(token()).isEqualTo("first");
				this.time.advance(Duration.ofSeconds(1));
			}
			assertThat(warnings.messages()).hasSize(this.requests.get() - 1)
				.hasSizeBetween(5, 11)
				.allSatisfy((message) -> assertThat(message).contains("cannot be refreshed").contains("no token"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "80, 18", "71, 9.9" })
	void refreshIsTriedALastTimeBeforeTheEnd(long secondsLeft, double latest) {
		respond("first", DAY);
		assertThat(token()).isEqualTo("first");
		this.response = Sinks.one();
		fail("temporarily_unavailable");
		this.time.advance(DAY.minusSeconds(secondsLeft));
		assertThat(token()).isEqualTo("first");
		assertThat(this.requests).hasValue(2);
		this.time.advance(Duration.ofMillis((long) (latest * 1000)));
		assertThat(token()).isEqualTo("first");
		assertThat(this.requests).hasValue(3);
	}

	@Test
	void refreshIsNotTriedAgainRightBeforeTheEnd() {
		respond("first", DAY);
		assertThat(token()).isEqualTo("first");
		this.response = Sinks.one();
		fail("temporarily_unavailable");
		this.time.advance(DAY.minusSeconds(70));
		assertThat(token()).isEqualTo("first");
		assertThat(this.requests).hasValue(2);
		this.time.advance(Duration.ofMillis(9_900));
		assertThat(token()).isEqualTo("first");
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void pauseAfterAFailedRefreshIsRandom() {
		Set<Duration> pauses = new HashSet<>();
		for (int i = 0; i < 50; i++) {
			AdjustableTime later = new AdjustableTime();
			FetchFailures failures = new FetchFailures(later);
			failures.addRefresh(new IllegalStateException("down"), DAY.toNanos());
			later.advance(Duration.ofSeconds(15).minusNanos(1));
			assertThat(failures.allowRefresh()).isFalse();
			Duration pause = Duration.ofSeconds(15);
			later.advance(Duration.ofNanos(1));
			while (!failures.allowRefresh()) {
				later.advance(Duration.ofMillis(100));
				pause = pause.plusMillis(100);
			}
			assertThat(pause).isLessThanOrEqualTo(Duration.ofSeconds(30));
			pauses.add(pause);
		}
		assertThat(pauses).hasSizeGreaterThan(5);
	}

	@Test
	void pausesAfterFailedRefreshesGrowToFiveMinutes() {
		FetchFailures failures = new FetchFailures(this.time);
		IntStream.range(0, 100)
			.forEach((refresh) -> failures.addRefresh(new IllegalStateException("down"), DAY.toNanos()));
		this.time.advance(Duration.ofSeconds(150).minusNanos(1));
		assertThat(failures.allowRefresh()).isFalse();
		this.time.advance(Duration.ofSeconds(150));
		assertThat(failures.allowRefresh()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "0, 1", "1, 1", "7, 7", "30, 30", "3600, 30" })
	void failureIsRememberedAsLongAsTheServerWantsUpToHalfAMinute(long retryAfter, long seconds) {
		FetchFailures failures = new FetchFailures(this.time);
		failures
			.add(new ScalekitTokenException(new OAuth2Error("slow_down"), "no token", Duration.ofSeconds(retryAfter)));
		this.time.advance(Duration.ofSeconds(seconds).minusNanos(1));
		assertThat(failures.remembered()).hasMessage("no token");
		this.time.advance(Duration.ofNanos(1));
		assertThat(failures.remembered()).isNull();
	}

	@Test
	void copyOfARememberedFailureHasItsFacts() {
		FetchFailures failures = new FetchFailures(this.time);
		ScalekitTokenException failure = new ScalekitTokenException(new OAuth2Error("slow_down"), "no token",
				Duration.ofSeconds(7));
		failure.initCause(new IllegalStateException("down"));
		failures.add(failure);
		ScalekitTokenException remembered = failures.remembered();
		assertThat(remembered).isNotSameAs(failure).hasMessage("no token").hasCause(failure.getCause());
		assertThat(remembered.getRetryAfter()).isEqualTo(Duration.ofSeconds(7));
		assertThat(remembered.getError()).isEqualTo(failure.getError());
	}

	@Test
	void failureReachesAllWhoWaitAsAnExceptionOfTheirOwn() {
		StepVerifier
			.create(Flux.range(0, 10)
				.flatMap((caller) -> this.store.get().materialize(), 10)
				.map(Signal::getThrowable)
				.collectList())
			.then(() -> fail("temporarily_unavailable"))
			.assertNext((failures) -> assertThat(failures).hasSize(10)
				.doesNotHaveDuplicates()
				.allSatisfy((failure) -> assertThat(failure).isExactlyInstanceOf(ScalekitTokenException.class)
					.hasMessage("no token")))
			.expectComplete()
			.verify(SOON);
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void requestThatEndsWithoutATokenIsAFailure() {
		this.response.tryEmitEmpty();
		assertThat(failure().getError().getErrorCode()).isEqualTo("invalid_token_response");
	}

	@Test
	void failureIsRememberedForALittleWhile() {
		fail("temporarily_unavailable");
		IntStream.range(0, 1000)
			.forEach((caller) -> assertThat(failure().getError().getErrorCode()).isEqualTo("temporarily_unavailable"));
		assertThat(this.requests).hasValue(1);
		this.time.advance(Duration.ofSeconds(1));
		failure();
		assertThat(this.requests).hasValue(2);
		this.time.advance(Duration.ofSeconds(1));
		failure();
		assertThat(this.requests).hasValue(2);
		this.time.advance(Duration.ofSeconds(1));
		this.response = Sinks.one();
		respond("token", DAY);
		assertThat(token()).isEqualTo("token");
	}

	@Test
	void failureIsNeverRememberedForLongerThanHalfAMinute() {
		fail("temporarily_unavailable");
		for (int i = 0; i < 20; i++) {
			int before = this.requests.get();
			failure();
			this.time.advance(Duration.ofSeconds(30));
			failure();
			assertThat(this.requests).hasValueGreaterThan(before);
		}
	}

	@Test
	void callerEverySecondDuringAnOutageOfAnHourCausesFewRequests() {
		fail("temporarily_unavailable");
		for (int second = 0; second < 60 * 60; second++) {
			failure();
			this.time.advance(Duration.ofSeconds(1));
		}
		assertThat(this.requests).hasValueBetween(115, 125);
	}

	@ParameterizedTest
	@ValueSource(strings = { "invalid_client", "unauthorized_client", "invalid_scope" })
	void failureThatStaysIsRememberedForHalfAMinute(String error) {
		fail(error);
		failure();
		this.time.advance(Duration.ofSeconds(29));
		failure();
		assertThat(this.requests).hasValue(1);
		this.time.advance(Duration.ofSeconds(1));
		failure();
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void refusedTokenIsReplaced() {
		OAuth2AccessToken first = issue("first");
		assertThat(this.store.refuse(first)).isTrue();
		this.response = Sinks.one();
		respond("second", DAY);
		assertThat(token()).isEqualTo("second");
	}

	@Test
	void newerTokenSurvivesTheRefusalOfAnOlderOne() {
		OAuth2AccessToken first = issue("first");
		this.store.refuse(first);
		issue("second");
		assertThat(this.store.refuse(first)).isTrue();
		assertThat(token()).isEqualTo("second");
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void replacementThatIsRefusedAtOnceIsKept() {
		this.store.refuse(issue("first"));
		OAuth2AccessToken second = issue("second");
		assertThat(this.store.refuse(second)).isFalse();
		this.time.advance(Duration.ofSeconds(9));
		assertThat(this.store.refuse(second)).isFalse();
		assertThat(token()).isEqualTo("second");
		this.time.advance(Duration.ofSeconds(1));
		assertThat(this.store.refuse(second)).isTrue();
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void refusalOfAnOlderTokenDoesNotMakeTheNextOneAReplacement() {
		OAuth2AccessToken first = issue("first");
		this.time.advance(DAY);
		issue("second");
		assertThat(this.store.refuse(first)).isTrue();
		this.time.advance(DAY);
		assertThat(this.store.refuse(issue("third"))).isTrue();
	}

	@Test
	void tokenThatIsReportedAsRefusedIsReplaced() {
		this.store.refuseCurrent();
		issue("first");
		this.store.refuseCurrent();
		assertThat(this.store.current()).isNull();
		OAuth2AccessToken second = issue("second");
		this.store.refuseCurrent();
		assertThat(this.store.current()).isSameAs(second);
	}

	@Test
	void wallClockThatIsSetForwardEndsTheToken() {
		issue("first");
		this.time.adjustWallClock(Duration.ofDays(2));
		this.response = Sinks.one();
		respond("second", DAY);
		assertThat(token()).isEqualTo("second");
		IntStream.range(0, 10).forEach((caller) -> token());
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void wallClockThatIsSetBackDoesNotExtendTheToken() {
		issue("first");
		this.time.adjustWallClock(Duration.ofDays(-1));
		assertThat(token()).isEqualTo("first");
		this.time.advance(DAY);
		this.response = Sinks.one();
		respond("second", DAY);
		assertThat(token()).isEqualTo("second");
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void shorterTokenDoesNotCauseALoopOfRefreshes() {
		issue("first");
		this.time.advance(DAY.minusMinutes(20));
		this.response = Sinks.one();
		respond("second", Duration.ofMinutes(1));
		IntStream.range(0, 1000).forEach((caller) -> token());
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void statusIsEmptyBeforeTheFirstRequestAndMakesNone() {
		assertThat(this.store.status()).isEqualTo(new TokenStatus(null, null));
		assertThat(this.requests).hasValue(0);
	}

	@Test
	void statusTellsUntilWhenTheTokenIsUsed() {
		issue("first");
		assertThat(this.store.status())
			.isEqualTo(new TokenStatus(this.time.instant().plus(DAY).minusSeconds(60), null));
		this.time.advance(DAY.minusSeconds(60));
		assertThat(this.store.status().usableUntil()).isNull();
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void statusTellsTheFailureUntilARequestSucceeds() {
		fail("temporarily_unavailable");
		failure();
		assertThat(this.store.status())
			.isEqualTo(new TokenStatus(null, new TokenStatus.Failure("no token", this.time.instant())));
		this.time.advance(Duration.ofSeconds(1));
		issue("first");
		assertThat(this.store.status().lastFailure()).isNull();
	}

	@Test
	void statusTellsTheFailureOfARefresh() {
		issue("first");
		this.response = Sinks.one();
		fail("temporarily_unavailable");
		this.time.advance(DAY.minusMinutes(25));
		token();
		assertThat(this.store.status().usableUntil()).isNotNull();
		assertThat(this.store.status().lastFailure())
			.isEqualTo(new TokenStatus.Failure("no token", this.time.instant()));
	}

	@Test
	void closingEndsTheWaitAndFurtherRequests() {
		StepVerifier.create(this.store.get()).then(this.store::close).expectErrorMessage(CLOSED).verify(SOON);
		assertThat(failure()).hasMessage(CLOSED);
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void closedStoreHandsOutNoToken() {
		issue("first");
		this.store.close();
		assertThat(failure()).hasMessage(CLOSED);
		assertThat(this.store.current()).isNull();
		assertThat(this.store.status().usableUntil()).isNull();
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void closedStoreTellsNoEarlierFailure() {
		fail("temporarily_unavailable");
		failure();
		this.store.close();
		assertThat(failure()).hasMessage(CLOSED);
	}

	private OAuth2AccessToken issue(String token) {
		this.response = Sinks.one();
		respond(token, DAY);
		return this.store.get().block(SOON);
	}

	private void respond(String token, Duration lifetime) {
		this.response.tryEmitValue(newToken(token, lifetime));
	}

	private void fail(String error) {
		this.response.tryEmitError(new ScalekitTokenException(new OAuth2Error(error), "no token"));
	}

	private OAuth2AccessToken newToken(String token, Duration lifetime) {
		return new OAuth2AccessToken(TokenType.BEARER, token, this.time.instant(), this.time.instant().plus(lifetime));
	}

	private String token() {
		return this.store.get().map(OAuth2AccessToken::getTokenValue).block(SOON);
	}

	private ScalekitTokenException failure() {
		return catchThrowableOfType(ScalekitTokenException.class, this::token);
	}

}
