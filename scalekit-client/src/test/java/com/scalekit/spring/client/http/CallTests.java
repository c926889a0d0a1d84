package com.scalekit.spring.client.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLHandshakeException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.ReactiveHttpRequestValues;
import org.springframework.web.util.DefaultUriBuilderFactory;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.observation.ClientListener;
import com.scalekit.spring.client.observation.FailedAttempt;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which calls are sent again, and after which failures.
 */
class CallTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

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
		Call call = new Call(HttpRequestValues.builder()
			.setHttpMethod(HttpMethod.PUT)
			.setUriTemplate("/links")
			.addAttribute(Call.NON_IDEMPOTENT, true)
			.build(), new DefaultUriBuilderFactory("http://localhost"), TIMEOUT, 3, this.quota, this.listener);
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
		Call call = new Call(values.build(), new DefaultUriBuilderFactory("http://localhost"), TIMEOUT, 3, this.quota,
				this.listener);
		call.beginAttempt();
		assertThat(call.pauseBeforeRetry(response(503, null, "{}"))).isNull();
	}

	@Test
	void distrustAndUnusableResponsesAreNotRetried() {
		Call call = call("GET");
		assertThat(call.pauseBeforeRetry(failure(call, new SSLHandshakeException("expired")))).isNull();
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
		Call call = new Call(values("GET"), new DefaultUriBuilderFactory("http://localhost"), Duration.ofSeconds(2), 3,
				this.quota, this.listener);
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
	void responseTellsAboutAllAttempts() {
		Call call = call("GET");
		call.beginAttempt();
		ScalekitApiException exception = (ScalekitApiException) call.translate(response(503, null, "{}"));
		assertThat(exception.getAttempts()).isEqualTo(2);
		assertThat(exception).hasMessageMatching(".* \\(after 2 attempts in \\d+ ms\\)");
	}

	@Test
	void timeoutMayHaveBeenExecuted() {
		ScalekitTransportException exception = call("POST").timedOut();
		assertThat(exception).hasCauseInstanceOf(TimeoutException.class)
			.hasMessageContaining("no complete response within the request timeout of 30000 ms");
		assertThat(exception.isPossiblyExecuted()).isTrue();
	}

	@Test
	void foreignFailureIsLeftAsItIs() {
		IllegalStateException failure = new IllegalStateException();
		assertThat(call("GET").translate(failure)).isSameAs(failure);
	}

	private Call call(String method) {
		Call call = new Call(values(method), new DefaultUriBuilderFactory("http://localhost"), TIMEOUT, 3, this.quota,
				this.listener);
		call.beginAttempt();
		return call;
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
