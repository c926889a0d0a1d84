package com.scalekit.spring.client.faults;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.observation.ClientListener;
import com.scalekit.spring.client.observation.FailedAttempt;
import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Load, outages and callers who give up: how often is Scalekit asked, and who waits for
 * what.
 */
class RetryFaultTests {

	private final TestApi api = new TestApi();

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	@Fault(41)
	void tenThousandConcurrentCallsAreAllAnswered() {
		Duration aWhile = Duration.ofMinutes(5);
		try (ScalekitServer server = ScalekitServer.start();
				ScalekitClients scalekit = ScalekitClients
					.builder(server.url(), server.clientId(), server.clientSecret())
					.requestTimeout(aWhile)
					.connectorFactory((pool) -> new ReactorClientHttpConnector(HttpClient.create(pool.get())))
					.build()) {
			String id = server.organizations().add("Acme");
			ReactiveOrganizationsClient organizations = scalekit.create(ReactiveOrganizationsClient.class);
			assertThat(Flux.range(0, 10_000).flatMap((call) -> organizations.get(id), 10_000).count().block())
				.isEqualTo(10_000);
		}
	}

	@Test
	@Fault(41)
	void callsBeyondTheQueueFailAsOverloadAtOnce() {
		this.api
			.stub(any(urlPathMatching("/api/v1/.*")).willReturn(okJson(RawServer.ORGANIZATION).withFixedDelay(500)));
		ConnectionProvider pool = ConnectionProvider.builder("tiny")
			.maxConnections(2)
			.pendingAcquireMaxCount(8)
			.build();
		try (ScalekitClients scalekit = this.api.clients()
			.clientConnector(new ReactorClientHttpConnector(HttpClient.create(pool)))
			.build()) {
			ReactiveOrganizationsClient organizations = scalekit.create(ReactiveOrganizationsClient.class);
			List<Throwable> failures = Flux.range(0, 20)
				.flatMap((call) -> organizations.get("org_1")
					.then(Mono.<Throwable>empty())
					.onErrorResume((failure) -> Mono.just(failure)), 20)
				.collectList()
				.block();
			assertThat(failures).hasSize(10).allSatisfy((failure) -> {
				assertThat(failure).isInstanceOf(ScalekitTransportException.class)
					.hasMessageContaining("the client is overloaded");
				assertThat(((ScalekitTransportException) failure).getAttempts()).isEqualTo(1);
				assertThat(((ScalekitTransportException) failure).isPossiblyExecuted()).isFalse();
			});
			assertThat(calls()).isEqualTo(10);
		}
		finally {
			pool.dispose();
		}
	}

	@Test
	@Fault(41)
	void tokenRequestDoesNotQueueBehindTheCalls() throws IOException {
		this.api.stub(post("/oauth/token").willReturn(okJson("""
				{"access_token":"short","token_type":"Bearer","expires_in":1}""")));
		ConnectionProvider pool = ConnectionProvider.builder("tiny")
			.maxConnections(1)
			.pendingAcquireMaxCount(100)
			.build();
		ClientHttpConnector tiny = new ReactorClientHttpConnector(HttpClient.create(pool));
		try (RawServer silent = RawServer.start((number, connection) -> connection.awaitEnd());
				ScalekitClients scalekit = this.api.clients()
					.clientConnector(Connector.diverted(tiny, silent.url()))
					.build()) {
			ReactiveOrganizationsClient organizations = scalekit.create(ReactiveOrganizationsClient.class);
			Disposable calls = Flux.range(0, 10).flatMap((call) -> organizations.get("org_1")).subscribe();
			await().until(() -> silent.requests().size() == 1);
			OAuth2AuthorizeRequest request = OAuth2AuthorizeRequest.withClientRegistrationId("scalekit")
				.principal("anyone")
				.build();
			await().untilAsserted(() -> {
				assertThat(scalekit.authorizedClientManager().authorize(request)).isNotNull();
				assertThat(this.api.tokenRequests()).isGreaterThanOrEqualTo(3);
			});
			calls.dispose();
		}
		finally {
			pool.dispose();
		}
	}

	@Test
	@Fault(42)
	void outageDoesNotMultiplyTheRequests() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(jsonResponse("{}", 503)));
		try (ScalekitClients scalekit = this.api.clients().build()) {
			assertThat(failedCalls(scalekit, 1000)).isEqualTo(1000);
		}
		assertThat(calls()).isBetween(1001, 1100);
	}

	@Test
	@Fault(43)
	void retriesComeBackWithTheFirstSuccesses() {
		try (ScalekitClients scalekit = this.api.clients().build()) {
			OrganizationsClient organizations = scalekit.create(OrganizationsClient.class);
			this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(jsonResponse("{}", 503)));
			failedCalls(scalekit, 100);
			failsOnce(503, null);
			assertThatExceptionOfType(ScalekitApiException.ServerError.class)
				.isThrownBy(() -> organizations.get("org_1"))
				.satisfies((failure) -> assertThat(failure.getAttempts()).isEqualTo(1));
			for (int i = 0; i < 14; i++) {
				organizations.get("org_1");
			}
			failsOnce(503, null);
			assertThat(organizations.get("org_1").id()).isEqualTo("org_1");
		}
	}

	private static long failedCalls(ScalekitClients scalekit, int calls) {
		ReactiveOrganizationsClient organizations = scalekit.create(ReactiveOrganizationsClient.class);
		return Flux.range(0, calls)
			.flatMap((call) -> organizations.get("org_1")
				.map((organization) -> 0)
				.onErrorReturn(ScalekitApiException.ServerError.class, 1), 50)
			.reduce(0, Integer::sum)
			.block();
	}

	static Stream<Arguments> retryAfters() {
		Supplier<String> soon = () -> DateTimeFormatter.RFC_1123_DATE_TIME
			.format(ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(3));
		return Arrays.stream(Connector.values())
			.flatMap((connector) -> Stream.concat(
					Stream.of(Arguments.of(connector, Named.of("a second", supplier("1")), 1000, 1000),
							Arguments.of(connector, Named.of("two headers", supplier("1,3600")), 1000, 1000),
							Arguments.of(connector, Named.of("a date", soon), 1001, 3000)),
					Stream.of("-1", "abc", "99999999999999999999", "Wed, 21 Oct 2015 07:28:00 GMT", "")
						.map((value) -> Arguments.of(connector, Named.of("'" + value + "'", supplier(value)), 0,
								1000))));
	}

	private static Supplier<String> supplier(String value) {
		return () -> value;
	}

	@ParameterizedTest
	@MethodSource("retryAfters")
	@Fault(44)
	void throttledCallIsRepeatedWhenTheServerSays(Connector connector, Supplier<String> retryAfter, long shortest,
			long longest) {
		failsOnce(429, retryAfter.get());
		try (ScalekitClients scalekit = connector.configure(this.api.clients()).build();
				RetryPauses pauses = RetryPauses.collect()) {
			assertThat(scalekit.create(OrganizationsClient.class).create(CreateOrganization.named("Acme")).id())
				.isEqualTo("org_1");
			assertThat(pauses.millis()).singleElement(InstanceOfAssertFactories.LONG).isBetween(shortest, longest);
		}
		assertThat(calls()).isEqualTo(2);
	}

	@ParameterizedTest
	@EnumSource
	@Fault(44)
	void throttledCallFailsAtOnceIfTheServerWantsALongPause(Connector connector) {
		this.api.stub(any(urlPathMatching("/api/v1/.*"))
			.willReturn(jsonResponse("{}", 429).withHeader("Retry-After", "3600")));
		try (ScalekitClients scalekit = connector.configure(this.api.clients()).build()) {
			ScalekitApiException.TooManyRequests failure = catchThrowableOfType(
					ScalekitApiException.TooManyRequests.class,
					() -> scalekit.create(OrganizationsClient.class).get("org_1"));
			assertThat(failure.getRetryAfter()).isEqualTo(Duration.ofHours(1));
			assertThat(failure.getAttempts()).isEqualTo(1);
		}
		assertThat(calls()).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource
	@Fault(45)
	void callThatIsCancelledBetweenAttemptsIsNotRepeated(Connector connector) {
		failsOnce(429, "1");
		AtomicInteger retries = new AtomicInteger();
		ClientListener listener = new ClientListener() {

			@Override
			public void onRetry(FailedAttempt attempt) {
				retries.incrementAndGet();
			}

		};
		try (ScalekitClients scalekit = connector.configure(this.api.clients()).listener(listener).build()) {
			Disposable call = scalekit.create(ReactiveOrganizationsClient.class).get("org_1").subscribe();
			await().until(() -> retries.get() == 1);
			call.dispose();
			await().during(Duration.ofMillis(1500)).until(() -> calls() == 1);
			assertThat(retries).hasValue(1);
		}
	}

	@ParameterizedTest
	@EnumSource
	@Fault(45)
	void callThatIsCancelledWhileItWaitsForATokenIsNotSent(Connector connector) {
		this.api.stub(post("/oauth/token").willReturn(okJson("""
				{"access_token":"late","token_type":"Bearer","expires_in":3600}""").withFixedDelay(500)));
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(okJson(RawServer.ORGANIZATION)));
		try (ScalekitClients scalekit = connector.configure(this.api.clients()).build()) {
			scalekit.create(ReactiveOrganizationsClient.class)
				.create(CreateOrganization.named("Acme"))
				.subscribe()
				.dispose();
			assertThat(scalekit.create(OrganizationsClient.class).get("org_1").id()).isEqualTo("org_1");
			assertThat(this.api.tokenRequests()).isEqualTo(1);
			assertThat(calls()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@EnumSource
	@Fault(45)
	void connectionOfACallThatIsCancelledIsNotUsedAgain(Connector connector) throws IOException {
		AtomicInteger responses = new AtomicInteger();
		CountDownLatch hungUp = new CountDownLatch(1);
		try (RawServer server = RawServer.start((number, connection) -> {
			if (number == 1) {
				connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n{");
				connection.awaitEnd();
				hungUp.countDown();
			}
			else {
				connection.send(RawServer.response("200 OK", RawServer.ORGANIZATION));
			}
		});
				ScalekitClients scalekit = connector.configure(server.clients())
					.customize((builder) -> builder.filter((request, next) -> next.exchange(request)
						.doOnNext((response) -> responses.incrementAndGet())))
					.build()) {
			Disposable call = scalekit.create(ReactiveOrganizationsClient.class).get("org_1").subscribe();
			await().until(() -> responses.get() == 1);
			call.dispose();
			// the JDK's client keeps the connection until the server ends it
			if (connector == Connector.REACTOR_NETTY) {
				await().until(() -> hungUp.getCount() == 0);
			}
			assertThat(scalekit.create(OrganizationsClient.class).get("org_1").id()).isEqualTo("org_1");
			assertThat(server.requests()).hasSize(2);
		}
	}

	@ParameterizedTest
	@EnumSource
	@Fault(46)
	void callThatCannotBeRepeatedInTimeFailsAtOnce(Connector connector) {
		this.api.stub(
				any(urlPathMatching("/api/v1/.*")).willReturn(jsonResponse("{}", 503).withHeader("Retry-After", "9")));
		try (ScalekitClients scalekit = connector.configure(this.api.clients())
			.requestTimeout(Duration.ofSeconds(8))
			.build()) {
			ScalekitApiException failure = catchThrowableOfType(ScalekitApiException.class,
					() -> scalekit.create(OrganizationsClient.class).get("org_1"));
			assertThat(failure.getElapsed()).isLessThan(Duration.ofSeconds(8));
			assertThat(failure.getRetryAfter()).isEqualTo(Duration.ofSeconds(9));
			assertThat(failure.getAttempts()).isEqualTo(1);
		}
		assertThat(calls()).isEqualTo(1);
	}

	@Test
	@Fault(46)
	void failureTellsTheAttemptsBeforeIt() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(jsonResponse("{}", 503)));
		try (ScalekitClients scalekit = this.api.clients().build()) {
			assertThatExceptionOfType(ScalekitApiException.ServerError.class)
				.isThrownBy(() -> scalekit.create(OrganizationsClient.class).get("org_1"))
				.withMessageContaining("(after 3 attempts in ");
		}
	}

	@Test
	@Fault(47)
	void blockingCallOnAThreadThatMustNotWaitNamesTheReactiveClient() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(okJson(RawServer.ORGANIZATION)));
		try (ScalekitClients scalekit = this.api.clients().build()) {
			OrganizationsClient blocking = scalekit.create(OrganizationsClient.class);
			Mono<Organization> onTheEventLoop = scalekit.create(ReactiveOrganizationsClient.class)
				.get("org_1")
				.map((organization) -> blocking.get("org_2"));
			Mono<Organization> onATimer = Mono.fromCallable(() -> blocking.all().findFirst().orElseThrow())
				.subscribeOn(Schedulers.parallel());
			for (Mono<Organization> call : List.of(onTheEventLoop, onATimer)) {
				assertThatIllegalStateException().isThrownBy(call::block)
					.withMessageContaining("Use ReactiveOrganizationsClient in reactive code");
			}
			assertThat(calls()).isEqualTo(1);
		}
	}

	@Test
	@Fault(48)
	void virtualThreadsCanWaitForCallsWithoutPinning() throws Exception {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(okJson(RawServer.ORGANIZATION).withFixedDelay(50)));
		ExecutorService executor = virtualThreads();
		try (ScalekitClients scalekit = this.api.clients().build(); Recording recording = new Recording()) {
			OrganizationsClient organizations = scalekit.create(OrganizationsClient.class);
			organizations.get("org_1");
			recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ofMillis(20));
			recording.start();
			List<Future<Organization>> calls = executor
				.invokeAll(Collections.nCopies(300, () -> organizations.get("org_1")), 30, TimeUnit.SECONDS);
			for (Future<Organization> call : calls) {
				assertThat(call.get().id()).isEqualTo("org_1");
			}
			recording.stop();
			Path events = Files.createTempFile("pinned", ".jfr");
			recording.dump(events);
			assertThat(RecordingFile.readAllEvents(events)).isEmpty();
			Files.delete(events);
		}
		finally {
			executor.shutdownNow();
		}
	}

	private static ExecutorService virtualThreads() throws IllegalAccessException, InvocationTargetException {
		try {
			return (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
		}
		catch (NoSuchMethodException ex) {
			return Assumptions.abort("There are no virtual threads before Java 21");
		}
	}

	@Test
	@Fault(49)
	void callsThatWaitedForTheSameTokenSpreadOverTheEventLoops() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(okJson(RawServer.ORGANIZATION)));
		Set<String> threads = ConcurrentHashMap.newKeySet();
		try (ScalekitClients scalekit = this.api.clients()
			.customize((builder) -> builder.filter((request, next) -> next.exchange(request)
				.doOnNext((response) -> threads.add(Thread.currentThread().getName()))))
			.build()) {
			ReactiveOrganizationsClient organizations = scalekit.create(ReactiveOrganizationsClient.class);
			Flux.range(0, 200).flatMap((call) -> organizations.get("org_1"), 200).blockLast();
		}
		assertThat(threads).hasSizeGreaterThan(1);
	}

	@Test
	@Fault(50)
	void failuresOfAllKindsReleaseTheirConnections() {
		ConnectionProvider pool = ConnectionProvider.create("tiny", 2);
		try (ScalekitClients scalekit = this.api.clients()
			.clientConnector(new ReactorClientHttpConnector(HttpClient.create(pool)))
			.maxRetries(0)
			.build()) {
			OrganizationsClient organizations = scalekit.create(OrganizationsClient.class);
			String large = "{\"message\":\"" + "x".repeat(400_000) + "\"}";
			for (ResponseDefinitionBuilder response : List.of(jsonResponse(large, 500), jsonResponse(large, 403),
					jsonResponse("{" + large, 200), okJson("\"" + "x".repeat(5_000_000) + "\""),
					okJson(large).withHeader("Content-Type", "text/html"),
					jsonResponse(large, 404).withHeader("Content-Type", "not a mime type"), jsonResponse(large, 302))) {
				this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(response));
				for (int i = 0; i < 4; i++) {
					assertThat(catchThrowableOfType(Exception.class, () -> organizations.get("org_1")))
						.hasMessageNotContaining("overloaded")
						.hasMessageNotContaining("request timeout");
				}
			}
			this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(okJson(RawServer.ORGANIZATION)));
			assertThat(organizations.get("org_1").id()).isEqualTo("org_1");
		}
		finally {
			pool.dispose();
		}
	}

	private void failsOnce(int status, String retryAfter) {
		ResponseDefinitionBuilder failure = jsonResponse("{}", status);
		if (retryAfter != null) {
			failure.withHeader("Retry-After",
					retryAfter.contains(",3600") ? retryAfter.split(",") : new String[] { retryAfter });
		}
		this.api.server().resetScenarios();
		this.api.stub(any(urlPathMatching("/api/v1/.*")).inScenario("outage")
			.whenScenarioStateIs(Scenario.STARTED)
			.willReturn(failure)
			.willSetStateTo("over"));
		this.api.stub(any(urlPathMatching("/api/v1/.*")).inScenario("outage")
			.whenScenarioStateIs("over")
			.willReturn(okJson(RawServer.ORGANIZATION)));
	}

	private int calls() {
		return this.api.server()
			.countRequestsMatching(anyRequestedFor(urlPathMatching("/api/v1/.*")).build())
			.getCount();
	}

}
