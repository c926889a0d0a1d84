package com.scalekit.spring.client.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLHandshakeException;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.codec.EncodingException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.ReactiveHttpRequestValues;
import org.springframework.web.util.DefaultUriBuilderFactory;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.observation.ClientListener;
import com.scalekit.spring.client.observation.FailedAttempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Which calls are sent again, and after which failures.
 */
class CallTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private static final ClientRequest REQUEST = ClientRequest
		.create(HttpMethod.POST, URI.create("http://localhost/things"))
		.build();

	private final RetryQuota quota = new RetryQuota();

	private final List<FailedAttempt> retries = new ArrayList<>();

	private final List<FailedAttempt> retriesWithoutQuota = new ArrayList<>();

	private final ClientListener listener = new ClientListener() {

		@Override
		public void onRetry(FailedAttempt attempt) {
			CallTests.this.retries.add(attempt);
		}

		@Override
		public void onRetryQuotaExhausted(FailedAttempt attempt) {
			CallTests.this.retriesWithoutQuota.add(attempt);
		}

	};

	@ParameterizedTest
	@CsvSource({ "429, GET HEAD OPTIONS PUT DELETE POST PATCH", "500, GET HEAD OPTIONS",
			"502, GET HEAD OPTIONS PUT DELETE", "503, GET HEAD OPTIONS PUT DELETE", "504, GET HEAD OPTIONS PUT DELETE",
			"400, ''", "401, ''", "403, ''", "404, ''", "409, ''", "302, ''", "501, ''" })
	void statusIsRetriedDependingOnTheMethod(int status, String methods) {
		for (String method : "GET HEAD OPTIONS PUT DELETE POST PATCH".split(" ")) {
			Duration pause = call(method).pauseBeforeRetry(response(status, null, "{}"));
			assertThat(pause != null).as(method).isEqualTo(methods.contains(method));
		}
	}

	@ParameterizedTest
	@CsvSource({ "GET, true", "PUT, true", "DELETE, true", "POST, false", "PATCH, false" })
	void brokenConnectionIsRetriedIfTheCallCanBeRepeated(String method, boolean retried) {
		Call call = call(method);
		assertThat(call.pauseBeforeRetry(failure(call, new IOException("reset"))) != null).isEqualTo(retried);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "PUT", "DELETE", "POST", "PATCH" })
	void unsentRequestIsRetried(String method) {
		Call call = call(method);
		assertThat(call.pauseBeforeRetry(failure(call, new ConnectException("refused")))).isNotNull();
	}

	@Test
	void operationThatIsNotIdempotentIsOnlyRetriedIfItWasNotSent() {
		Call call = newCall(HttpRequestValues.builder()
			.setHttpMethod(HttpMethod.PUT)
			.setUriTemplate("/links")
			.addAttribute(RetryPolicy.RETRYABILITY, RetryPolicy.Retryability.NON_IDEMPOTENT)
			.build(), TIMEOUT, 3);
		call.beginAttempt();
		assertThat(call.pauseBeforeRetry(failure(call, new ConnectException("refused")))).isNotNull();
		assertThat(call.pauseBeforeRetry(response(503, null, "{}"))).isNull();
		assertThat(call.pauseBeforeRetry(failure(call, new IOException("reset")))).isNull();
	}

	@Test
	void streamingBodyIsNotSentAgain() {
		ReactiveHttpRequestValues.Builder values = ReactiveHttpRequestValues.builder();
		values.setHttpMethod(HttpMethod.PUT);
		values.setUriTemplate("/things");
		values.setBodyPublisher(Mono.just("body"), ParameterizedTypeReference.forType(String.class));
		Call call = newCall(values.build(), TIMEOUT, 3);
		call.beginAttempt();
		assertThat(call.pauseBeforeRetry(response(503, null, "{}"))).isNull();
	}

	@Test
	void distrustAndUnusableResponsesAreNotRetried() {
		Call call = call("GET");
		assertThat(call.pauseBeforeRetry(failure(call, new SSLHandshakeException("Received fatal alert: expired"))))
			.isNull();
		assertThat(call.pauseBeforeRetry(call.translate(new DecodingException("no JSON")))).isNull();
		assertThat(call.pauseBeforeRetry(new IllegalStateException())).isNull();
	}

	@Test
	void failureOfAProviderIsNotRetried() {
		assertThat(call("GET").pauseBeforeRetry(response(429, null, "{\"error_code\":\"TOOL_ERROR\"}"))).isNull();
	}

	@Test
	void numberOfAttemptsIsLimited() {
		Call call = call("GET");
		assertThat(call.pauseBeforeRetry(response(503, null, "{}"))).isNotNull();
		call.beginAttempt();
		assertThat(call.pauseBeforeRetry(response(503, null, "{}"))).isNotNull();
		call.beginAttempt();
		assertThat(call.pauseBeforeRetry(response(503, null, "{}"))).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "503, 100", "429, 1000" })
	void pauseIsRandomWithinItsBound(int status, long bound) {
		long longest = 0;
		for (int i = 0; i < 30; i++) {
			Duration pause = new CallTests().call("GET").pauseBeforeRetry(response(status, null, "{}"));
			assertThat(pause).isBetween(Duration.ZERO, Duration.ofMillis(bound));
			longest = Math.max(longest, pause.toMillis());
		}
		assertThat(longest).isGreaterThan(bound / 3);
	}

	@ParameterizedTest
	@CsvSource({ "429, 5", "503, 20" })
	void pauseIsAtLeastWhatTheServerAsksFor(int status, long seconds) {
		assertThat(call("GET").pauseBeforeRetry(response(status, String.valueOf(seconds), "{}"))).hasSeconds(seconds);
	}

	@Test
	void pauseThatIsTooLongEndsTheCall() {
		assertThat(call("GET").pauseBeforeRetry(response(429, "21", "{}"))).isNull();
	}

	@Test
	void pauseBeyondTheDeadlineEndsTheCall() {
		Call call = newCall(values("GET"), Duration.ofSeconds(2), 3);
		call.beginAttempt();
		assertThat(call.pauseBeforeRetry(response(429, "2", "{}"))).isNull();
		assertThat(this.quota.available()).isEqualTo(RetryQuota.CAPACITY);
	}

	@ParameterizedTest
	@CsvSource({ "503, 14", "429, 5" })
	void retriesTakeFromTheQuotaAndSuccessGivesBack(int status, int cost) {
		Call call = call("GET");
		call.pauseBeforeRetry(response(status, null, "{}"));
		assertThat(this.quota.available()).isEqualTo(RetryQuota.CAPACITY - cost);
		call.pauseBeforeRetry(response(status, null, "{}"));
		assertThat(this.quota.available()).isEqualTo(RetryQuota.CAPACITY - 2 * cost);
		call.succeed();
		assertThat(this.quota.available()).isEqualTo(RetryQuota.CAPACITY);
	}

	@Test
	void callThatEndsBeforeItsRetryGivesBackWhatItTook() {
		Mono<?> wait = call("GET").retry(response(503, "15", "{}"));
		wait.subscribe().dispose();
		assertThat(this.quota.available()).isEqualTo(RetryQuota.CAPACITY);
	}

	@Test
	void callThatIsCancelledInALaterAttemptGivesBackWhatItTook() {
		Call call = call("GET");
		AtomicInteger attempts = new AtomicInteger();
		Mono<Object> result = call
			.attempts(() -> (attempts.incrementAndGet() == 1) ? Mono.error(response(503, null, "{}")) : Mono.never());
		Disposable subscription = result.subscribe();
		await().until(() -> attempts.get() == 2);
		assertThat(this.quota.available()).isEqualTo(RetryQuota.CAPACITY - 14);
		subscription.dispose();
		assertThat(this.quota.available()).isEqualTo(RetryQuota.CAPACITY);
	}

	@Test
	void deadlineOfACallGivesNothingBack() {
		Call call = newCall(values("GET"), Duration.ofMillis(300), 3);
		AtomicInteger attempts = new AtomicInteger();
		StepVerifier
			.create(call.attempts(
					() -> (attempts.incrementAndGet() == 1) ? Mono.error(response(503, null, "{}")) : Mono.never()))
			.verifyError(ScalekitTransportException.class);
		assertThat(attempts).hasValue(2);
		assertThat(this.quota.available()).isEqualTo(RetryQuota.CAPACITY - 14);
	}

	@ParameterizedTest
	@CsvSource({ "400, 1", "401, 1", "404, 1", "409, 1", "302, 0", "429, 0", "500, 0", "503, 0" })
	void answerThatShowsAHealthyServerGivesBack(int status, int amount) {
		this.quota.take(100);
		Call call = newCall(values("POST"), TIMEOUT, 1);
		call.beginAttempt();
		StepVerifier.create(call.retry(response(status, null, "{}"))).verifyError(ScalekitApiException.class);
		assertThat(this.quota.available()).isEqualTo(RetryQuota.CAPACITY - 100 + amount);
	}

	@Test
	void healthyAnswerToARetryGivesBackWhatItTook() {
		Call call = call("GET");
		call.pauseBeforeRetry(response(503, null, "{}"));
		StepVerifier.create(call.retry(response(404, null, "{}"))).verifyError(ScalekitApiException.NotFound.class);
		assertThat(this.quota.available()).isEqualTo(RetryQuota.CAPACITY);
	}

	@Test
	void usedUpQuotaEndsRetriesUntilCallsSucceed() {
		int retries = 0;
		while (call("GET").pauseBeforeRetry(response(503, null, "{}")) != null) {
			retries++;
		}
		assertThat(retries).isEqualTo(RetryQuota.CAPACITY / 14);
		for (int i = 0; i < 14; i++) {
			call("GET").succeed();
		}
		assertThat(call("GET").pauseBeforeRetry(response(503, null, "{}"))).isNotNull();
	}

	@Test
	void listenerIsToldOfRetriesOnly() {
		Call call = call("GET");
		call.pauseBeforeRetry(response(503, null, "{}"));
		call.pauseBeforeRetry(failure(call, new IOException("reset")));
		call.pauseBeforeRetry(response(404, null, "{}"));
		call.pauseBeforeRetry(response(429, "21", "{}"));
		call.succeed();
		assertThat(this.retries).containsExactly(new FailedAttempt(HttpMethod.GET, "/things", 503),
				new FailedAttempt(HttpMethod.GET, "/things", null));
		assertThat(this.retriesWithoutQuota).isEmpty();
	}

	@Test
	void listenerIsToldOfRetriesThatTheQuotaForbids() {
		while (this.quota.take(1)) {
			assertThat(this.retries).isEmpty();
		}
		Call call = call("GET");
		call.pauseBeforeRetry(response(503, null, "{}"));
		call.pauseBeforeRetry(response(404, null, "{}"));
		assertThat(this.retries).isEmpty();
		assertThat(this.retriesWithoutQuota).containsExactly(new FailedAttempt(HttpMethod.GET, "/things", 503));
	}

	@Test
	void quotaCanBeUsedToItsEnd() {
		assertThat(this.quota.take(RetryQuota.CAPACITY)).isTrue();
		assertThat(this.quota.take(1)).isFalse();
		assertThat(this.quota.available()).isZero();
	}

	@Test
	void quotaIsNeverMoreThanFull() {
		call("GET").succeed();
		assertThat(this.quota.available()).isEqualTo(RetryQuota.CAPACITY);
	}

	@Test
	void exceptionTellsAboutAllAttempts() {
		Call call = call("GET");
		call.translate(new WebClientRequestException(new IOException("reset"), HttpMethod.GET,
				URI.create("http://localhost"), HttpHeaders.EMPTY));
		call.beginAttempt();
		ScalekitTransportException exception = failure(call, new ConnectException("refused"));
		assertThat(exception.getAttempts()).isEqualTo(2);
		assertThat(exception.isPossiblyExecuted()).isTrue();
		assertThat(exception.getElapsed()).isPositive();
		assertThat(exception).hasMessageMatching(
				"GET http://localhost/things: refused \\(2 attempts, \\d+ ms; the server may have executed the call\\)");
	}

	@Test
	void attemptThatMayHaveBeenExecutedIsNotForgotten() {
		Call lost = call("DELETE");
		lost.onSend();
		failure(lost, new IOException("reset"));
		lost.beginAttempt();
		assertThat(failure(lost, new ConnectException("refused")).isPossiblyExecuted()).isTrue();
		Call failed = call("DELETE");
		answer(failed, 500);
		failed.beginAttempt();
		ScalekitTransportException refused = failure(failed, new ConnectException("refused"));
		assertThat(refused.isPossiblyExecuted()).isTrue();
		assertThat(refused.getAttempts()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 302, 401, 429 })
	void answerOfAServerThatRefusedTheCallIsNoExecution(int status) {
		Call call = call("POST");
		assertThat(answer(call, status).isPossiblyExecuted()).isFalse();
		call.beginAttempt();
		assertThat(failure(call, new ConnectException("refused")).isPossiblyExecuted()).isFalse();
		assertThat(call.timedOut().isPossiblyExecuted()).isFalse();
	}

	@Test
	void responseTellsAboutAllAttempts() {
		Call call = call("DELETE");
		assertThat(answer(call, 503).isPossiblyExecuted()).isTrue();
		call.beginAttempt();
		ScalekitApiException exception = answer(call, 404);
		assertThat(exception.getAttempts()).isEqualTo(2);
		assertThat(exception.isPossiblyExecuted()).isTrue();
		assertThat(exception.getElapsed()).isPositive();
		assertThat(exception).hasMessageMatching(".* \\(after 2 attempts in \\d+ ms\\)");
	}

	@Test
	void failureTellsTheEarlierOne() {
		Call call = call("GET");
		StepVerifier.withVirtualTime(() -> call.retry(response(503, null, "{}")))
			.thenAwait(TIMEOUT)
			.expectNextCount(1)
			.verifyComplete();
		call.beginAttempt();
		ScalekitTokenException noToken = new ScalekitTokenException(new OAuth2Error("invalid_client"), "no token");
		StepVerifier.create(call.retry(noToken)).verifyErrorSatisfies((failure) -> {
			assertThat(failure).isSameAs(noToken);
			assertThat(failure.getSuppressed()).singleElement().isInstanceOf(ScalekitApiException.ServerError.class);
		});
		assertThat(call.timedOut().getSuppressed()).hasSize(1);
	}

	@Test
	void foreignFailureIsNotChanged() {
		Call call = call("GET");
		StepVerifier.withVirtualTime(() -> call.retry(response(503, null, "{}")))
			.thenAwait(TIMEOUT)
			.expectNextCount(1)
			.verifyComplete();
		IllegalStateException foreign = new IllegalStateException();
		StepVerifier.create(call.retry(foreign))
			.verifyErrorSatisfies((failure) -> assertThat(failure).isSameAs(foreign).hasNoSuppressedExceptions());
	}

	@Test
	void requestThatIsBeingSentMayBeExecuted() {
		Call call = call("POST");
		call.track(REQUEST);
		call.onSend();
		ScalekitTransportException exception = call.timedOut();
		assertThat(exception).hasCauseInstanceOf(TimeoutException.class)
			.hasMessageMatching("POST http://localhost/things: no complete response within the request timeout of "
					+ "30000 ms \\(1 attempt, \\d+ ms; the server may have executed the call\\)");
		assertThat(exception.isPossiblyExecuted()).isTrue();
		assertThat(exception.isRetryable()).isTrue();
	}

	@Test
	void requestThatWaitsIsNotExecuted() {
		Call call = call("POST");
		assertThat(call.timedOut()).hasMessageMatching(".* \\(not sent, \\d+ ms\\)");
		call.track(REQUEST);
		ScalekitTransportException exception = call.timedOut();
		assertThat(exception.isPossiblyExecuted()).isFalse();
		assertThat(exception.getAttempts()).isZero();
	}

	@Test
	void failureBeforeTheRequestIsSentIsNoExecution() {
		Call call = call("POST");
		call.track(REQUEST);
		ScalekitTransportException exception = failure(call, new IOException("handshake"));
		assertThat(exception.isPossiblyExecuted()).isFalse();
		assertThat(exception.getAttempts()).isEqualTo(1);
		assertThat(call.pauseBeforeRetry(exception)).isNotNull();
	}

	@Test
	void secondRequestOfAnAttemptIsCounted() {
		Call call = call("POST");
		call.track(REQUEST);
		call.onSend();
		call.track(REQUEST);
		assertThat(call.timedOut().isPossiblyExecuted()).isFalse();
		call.onSend();
		assertThat(answer(call, 401).getAttempts()).isEqualTo(2);
	}

	@Test
	void responseThatCannotBeReadMayHaveBeenExecuted() {
		Call call = call("POST");
		call.track(REQUEST);
		call.onSend();
		ScalekitTransportException exception = (ScalekitTransportException) call
			.translate(new DecodingException("no JSON"));
		assertThat(exception).hasMessageContaining("the response cannot be decoded");
		assertThat(exception.isPossiblyExecuted()).isTrue();
		assertThat(exception.isRetryable()).isFalse();
		assertThat(exception.getAttempts()).isEqualTo(1);
	}

	@Test
	void requestThatCannotBeWrittenIsNotSent() {
		Call call = call("PUT");
		call.track(REQUEST);
		EncodingException failure = new EncodingException("no JSON");
		ScalekitTransportException exception = (ScalekitTransportException) call.translate(failure);
		assertThat(exception).hasMessageMatching(".*: the request body cannot be written \\(not sent, \\d+ ms\\)")
			.hasCause(failure);
		assertThat(exception.isPossiblyExecuted()).isFalse();
		assertThat(exception.isRetryable()).isFalse();
		assertThat(exception.getAttempts()).isZero();
	}

	@Test
	void interruptionIsToldAsSuch() {
		InterruptedException interruption = new InterruptedException();
		Call call = call("POST");
		assertThat(call.interrupted(interruption).isPossiblyExecuted()).isFalse();
		call.onSend();
		ScalekitTransportException exception = call.interrupted(interruption);
		assertThat(exception).hasCause(interruption)
			.hasMessageContaining("the thread was interrupted while it waited for the response");
		assertThat(exception.isPossiblyExecuted()).isTrue();
		assertThat(exception.isRetryable()).isFalse();
	}

	@Test
	void refusalOfAFilterTellsAboutAllAttempts() {
		Call call = call("GET");
		answer(call, 503);
		call.beginAttempt();
		ScalekitTransportException exception = (ScalekitTransportException) call
			.translate(ScalekitTransportException.refused("no", HttpMethod.GET, URI.create("http://localhost")));
		assertThat(exception.getAttempts()).isEqualTo(1);
		assertThat(exception.isPossiblyExecuted()).isTrue();
		assertThat(exception.isRetryable()).isFalse();
	}

	@Test
	void headerThatCannotBeWrittenIsNamedButNotQuoted() {
		HttpHeaders headers = new HttpHeaders();
		headers.set("X-Good", "a\tb");
		headers.set("X-Bad", "secret\r\n");
		Call call = call("PUT");
		ScalekitTransportException exception = (ScalekitTransportException) call
			.translate(new WebClientRequestException(new IllegalArgumentException("secret"), HttpMethod.PUT,
					URI.create("http://localhost"), headers));
		assertThat(exception).hasMessageContaining("the request header 'X-Bad' cannot be written")
			.hasStackTraceContaining("control characters");
		assertThat(exception.getCause()).hasNoCause().hasMessageNotContaining("secret");
		assertThat(exception.isPossiblyExecuted()).isFalse();
		assertThat(exception.isRetryable()).isFalse();
	}

	@Test
	void otherIllegalArgumentMayHaveBeenAnAnswer() {
		HttpHeaders headers = new HttpHeaders();
		headers.set("X-Good", "a\tb");
		Call call = call("PUT");
		assertThat(call.translate(new WebClientRequestException(new IllegalArgumentException("invalid version"),
				HttpMethod.PUT, URI.create("http://localhost"), headers)))
			.hasMessageContaining("invalid version")
			.hasMessageContaining("the server may have executed the call");
		headers.set("X-Bad", "\n");
		assertThat(call.translate(new WebClientRequestException(new IOException("reset"), HttpMethod.PUT,
				URI.create("http://localhost"), headers)))
			.hasMessageContaining("reset");
	}

	@Test
	void successIsPassedOnAndGivesBack() {
		this.quota.take(100);
		Call call = newCall("GET");
		ClientResponse response = ClientResponse.create(HttpStatusCode.valueOf(200)).body("{}").build();
		assertThat(call.attempts(() -> call.requireSuccess(response)).block()).isSameAs(response);
		assertThat(this.quota.available()).isEqualTo(RetryQuota.CAPACITY - 99);
	}

	@Test
	void missingContentMayHaveBeenExecuted() {
		Call call = newCall("GET");
		StepVerifier.create(call.attempts(() -> Mono.empty().switchIfEmpty(Mono.error(call::withoutContent))))
			.verifyErrorSatisfies(
					(failure) -> assertThat(failure).hasMessageMatching(".*no content where some is required "
							+ "\\(1 attempt, \\d+ ms; the server may have executed the call\\)"));
	}

	@Test
	void trackedRequestIsTheSameOne() {
		ClientRequest request = ClientRequest.create(HttpMethod.GET, URI.create("http://localhost/things"))
			.header("a", "b")
			.cookie("c", "d")
			.attribute("e", "f")
			.httpRequest((httpRequest) -> {
			})
			.build();
		ClientRequest tracked = call("GET").track(request);
		assertThat(tracked.method()).isEqualTo(HttpMethod.GET);
		assertThat(tracked.url()).isEqualTo(request.url());
		assertThat(tracked.headers()).isEqualTo(request.headers());
		assertThat(tracked.cookies()).isEqualTo(request.cookies());
		assertThat(tracked.attributes()).isEqualTo(request.attributes());
		assertThat(tracked.body()).isSameAs(request.body());
		assertThat(tracked.httpRequest()).isSameAs(request.httpRequest());
		assertThat(tracked.logPrefix()).isEqualTo(request.logPrefix());
	}

	@Test
	void streamIsAttemptedOnce() {
		Call call = newCall("GET");
		StepVerifier.create(call.stream(() -> Flux.concat(Flux.just(1), Flux.error(exchangeFailure("reset")))))
			.expectNext(1)
			.verifyErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(ScalekitTransportException.class)
				.hasMessageContaining("reset (1 attempt, "));
		assertThat(call.pauseBeforeRetry(exchangeFailure("reset"))).isNull();
	}

	@Test
	void streamThatNeverEndsIsTimedOut() {
		Call call = newCall(values("GET"), Duration.ofMillis(50), 3);
		StepVerifier.create(call.streamResponse(Flux.never()))
			.verifyErrorSatisfies((failure) -> assertThat(failure)
				.hasMessageMatching(".*no complete response within the "
						+ "request timeout of 50 ms \\(1 attempt, \\d+ ms; the server may have executed the call\\)"));
	}

	@Test
	void attemptsSeeTheObservationOfTheCaller() {
		Observation caller = Observation.createNotStarted("caller", ObservationRegistry.create());
		Observation other = Observation.createNotStarted("other", ObservationRegistry.create());
		Call call = newCall(values("GET"), TIMEOUT, 3, caller);
		Mono<Object> observation = call.attempts(
				() -> Mono.deferContextual((context) -> Mono.just(context.get(ObservationThreadLocalAccessor.KEY))));
		assertThat(observation.block()).isSameAs(caller);
		assertThat(observation.contextWrite(Context.of(ObservationThreadLocalAccessor.KEY, other)).block())
			.isSameAs(other);
		Call unobserved = newCall("GET");
		assertThat(unobserved.attempts(
				() -> Mono.deferContextual((context) -> Mono.just(context.hasKey(ObservationThreadLocalAccessor.KEY))))
			.block()).isFalse();
	}

	@Test
	void exceptionOfAForeignFilterIsLeftAsItIs() {
		WebClientResponseException foreign = WebClientResponseException.create(404, "Not Found", HttpHeaders.EMPTY,
				new byte[0], null);
		assertThat(call("GET").translate(foreign)).isSameAs(foreign);
		assertThat(call("GET").pauseBeforeRetry(foreign)).isNull();
	}

	@Test
	void foreignFailureIsLeftAsItIs() {
		IllegalStateException failure = new IllegalStateException();
		assertThat(call("GET").translate(failure)).isSameAs(failure);
	}

	private static ScalekitApiException answer(Call call, int status) {
		ClientResponse response = ClientResponse.create(HttpStatusCode.valueOf(status)).body("{}").build();
		return catchThrowableOfType(ScalekitApiException.class, () -> call.requireSuccess(response).block());
	}

	private Call call(String method) {
		Call call = newCall(method);
		call.beginAttempt();
		return call;
	}

	private Call newCall(String method) {
		return newCall(values(method), TIMEOUT, 3);
	}

	private Call newCall(HttpRequestValues values, Duration timeout, int maxAttempts) {
		return newCall(values, timeout, maxAttempts, null);
	}

	private Call newCall(HttpRequestValues values, Duration timeout, int maxAttempts,
			@Nullable Observation observation) {
		return new Call(values, new DefaultUriBuilderFactory("http://localhost"), timeout,
				new RetryPolicy(maxAttempts, this.quota, this.listener), observation);
	}

	private static WebClientRequestException exchangeFailure(String message) {
		return new WebClientRequestException(new IOException(message), HttpMethod.GET, URI.create("http://localhost"),
				HttpHeaders.EMPTY);
	}

	private static HttpRequestValues values(String method) {
		return HttpRequestValues.builder().setHttpMethod(HttpMethod.valueOf(method)).setUriTemplate("/things").build();
	}

	private static ScalekitTransportException failure(Call call, Exception cause) {
		return (ScalekitTransportException) call.translate(new WebClientRequestException(cause, HttpMethod.GET,
				URI.create("http://localhost"), HttpHeaders.EMPTY));
	}

	private static ScalekitApiException response(int status, @Nullable String retryAfter, String body) {
		ClientResponse response = ClientResponse.create(HttpStatusCode.valueOf(status)).headers((headers) -> {
			if (retryAfter != null) {
				headers.set(HttpHeaders.RETRY_AFTER, retryAfter);
			}
		}).body(body).build();
		return ScalekitApiException.from(response).block();
	}

}
