package com.scalekit.spring.client.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.security.oauth2.core.OAuth2AccessToken;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Clocks that disagree, restarts and new secrets.
 */
class LifecycleFaultTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	@Test
	@Fault(68)
	void tokenThatExpiredUnnoticedCostsOneRefusal() {
		try (ScalekitServer server = ScalekitServer.start(); ScalekitClients scalekit = clients(server).build()) {
			String id = server.organizations().add("Acme");
			OrganizationsClient organizations = scalekit.create(OrganizationsClient.class);
			organizations.get(id);
			server.tokens().revokeAll();
			for (int i = 0; i < 20; i++) {
				organizations.get(id);
			}
			assertThat(server.tokens().issued()).isEqualTo(2);
		}
	}

	@Test
	@Fault(69)
	void lifetimeIsWhatTheResponseSaysWhateverTheClockOfTheServer() {
		for (Duration drift : new Duration[] { Duration.ofMinutes(-5), Duration.ofMinutes(5), Duration.ofDays(-1) }) {
			try (TestApi api = new TestApi(); ScalekitClients scalekit = api.clients().build()) {
				api.answersToken(jwt(Instant.now().plus(drift)));
				api.stub(any(urlPathMatching("/api/v1/.*"))
					.willReturn(okJson(RawServer.ORGANIZATION).withHeader("Date", "Thu, 01 Jan 1970 00:00:00 GMT")));
				OrganizationsClient organizations = scalekit.create(OrganizationsClient.class);
				organizations.get("org_1");
				organizations.get("org_1");
				assertThat(api.tokenRequests()).isEqualTo(1);
			}
		}
	}

	private static String jwt(Instant expiryTime) {
		String claims = "{\"iat\":%d,\"exp\":%d}".formatted(expiryTime.getEpochSecond() - 10,
				expiryTime.getEpochSecond());
		return "eyJhbGciOiJub25lIn0."
				+ Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
				+ ".x";
	}

	@Test
	@Fault(73)
	void closedClientsKeepNothingAndNewOnesStartAfresh() {
		try (ScalekitServer server = ScalekitServer.start()) {
			String id = server.organizations().add("Acme");
			ScalekitClients first = clients(server).build();
			first.create(OrganizationsClient.class).get(id);
			first.close();
			server.tokens().revokeAll();
			try (ScalekitClients second = clients(server).build()) {
				assertThat(second.create(OrganizationsClient.class).get(id).id()).isEqualTo(id);
			}
			assertThat(server.tokens().issued()).isEqualTo(2);
		}
	}

	@Test
	@Fault(73)
	void closedClientsRefuseEveryUseAtOnce() throws IOException {
		try (RawServer server = RawServer
			.start((number, connection) -> connection.send(RawServer.response("200 OK", RawServer.ORGANIZATION)))) {
			ScalekitClients scalekit = server.clients().build();
			OrganizationsClient organizations = scalekit.create(OrganizationsClient.class);
			organizations.get("org_1");
			scalekit.close();
			assertClosed(() -> organizations.get("org_1"));
			assertClosed(() -> scalekit.create(ReactiveOrganizationsClient.class).get("org_1").block());
			assertClosed(() -> scalekit.webClient().get().uri("/api/v1/x").retrieve().toBodilessEntity().block());
			assertClosed(() -> AccessTokens.get(scalekit).block());
			assertClosed(() -> scalekit.authorizedClientManager().authorize(AccessTokens.REQUEST));
			assertThat(scalekit.tokenStatus().usableUntil()).isNull();
			assertThat(server.requests()).hasSize(1);
			await().until(() -> server.openConnections() == 0);
		}
	}

	@Test
	@Fault(73)
	void callInFlightIsAnsweredAfterTheClientsAreClosed() throws IOException {
		CountDownLatch closed = new CountDownLatch(1);
		try (RawServer server = RawServer.start((number, connection) -> {
			RawServer.await(closed);
			connection.send(RawServer.response("200 OK", RawServer.ORGANIZATION));
		})) {
			ScalekitClients scalekit = server.clients().build();
			CompletableFuture<Organization> call = scalekit.create(ReactiveOrganizationsClient.class)
				.get("org_1")
				.toFuture();
			await().until(() -> server.requests().size() == 1);
			scalekit.close();
			closed.countDown();
			assertThat(call).succeedsWithin(SOON);
			await().until(() -> server.openConnections() == 0);
		}
	}

	@Test
	@Fault(74)
	void newSecretIsUsedForTheNextTokenByTheSameClients() {
		AtomicReference<String> secret = new AtomicReference<>("test_old");
		try (TestApi api = new TestApi();
				ScalekitClients scalekit = ScalekitClients.builder(api.url(), "skc_1", secret::get).build()) {
			OrganizationsClient organizations = scalekit.create(OrganizationsClient.class);
			acceptOnly(api, "test_old", "token-1");
			organizations.get("org_1");
			acceptOnly(api, "test_new", "token-2");
			secret.set("test_new");
			assertThat(organizations.get("org_1").id()).isEqualTo("org_1");
			assertThat(api.tokenRequests()).isEqualTo(2);
			assertThat(api.server().findAll(postRequestedFor(urlEqualTo("/oauth/token"))))
				.extracting((request) -> request.formParameter("client_secret").firstValue())
				.containsExactly("test_old", "test_new");
		}
	}

	/**
	 * As after a rotation: one secret, one token, and everything else is refused.
	 */
	private static void acceptOnly(TestApi api, String secret, String token) {
		api.server().resetMappings();
		api.stub(any(anyUrl()).atPriority(10).willReturn(unauthorized()));
		api.stub(post("/oauth/token").withFormParam("client_secret", equalTo(secret))
			.willReturn(okJson("{\"access_token\":\"%s\",\"expires_in\":3600}".formatted(token))));
		api.stub(any(urlPathMatching("/api/v1/.*")).withHeader("Authorization", equalTo("Bearer " + token))
			.willReturn(okJson(RawServer.ORGANIZATION)));
	}

	@Test
	@Fault(74)
	void tokenOutlivesTheSecretItWasBoughtWith() {
		AtomicInteger reads = new AtomicInteger();
		try (TestApi api = new TestApi();
				ScalekitClients scalekit = ScalekitClients
					.builder(api.url(), "skc_1", () -> "test_" + reads.incrementAndGet())
					.build()) {
			api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(okJson(RawServer.ORGANIZATION)));
			OrganizationsClient organizations = scalekit.create(OrganizationsClient.class);
			assertThat(reads).hasValue(0);
			organizations.get("org_1");
			api.stub(any(urlPathMatching("/oauth/token"))
				.willReturn(okJson("{\"error\":\"invalid_client\"}").withStatus(401)));
			assertThat(organizations.get("org_1").id()).isEqualTo("org_1");
			assertThat(api.tokenRequests()).isEqualTo(1);
			assertThat(reads).hasValue(1);
		}
	}

	@Test
	@Fault(74)
	void descriptionThatRepeatsTheSecretIsDroppedAfterARotation() {
		AtomicInteger reads = new AtomicInteger();
		try (TestApi api = new TestApi();
				ScalekitClients scalekit = ScalekitClients
					.builder(api.url(), "skc_1", () -> "test_" + reads.incrementAndGet())
					.build()) {
			api.stub(post("/oauth/token").willReturn(
					okJson("{\"error\":\"invalid_client\",\"error_description\":\"not test_1\"}").withStatus(401)));
			assertThat(failedCall(scalekit)).hasMessageContaining("a description that repeats the client secret")
				.hasMessageNotContaining("test_1");
		}
	}

	@Test
	@Fault(74)
	void secretMayBeWaitedForWhateverTheThreadOfTheCall() {
		try (TestApi api = new TestApi();
				ScalekitClients scalekit = ScalekitClients
					.builder(api.url(), "skc_1",
							() -> Mono.delay(Duration.ofMillis(10)).thenReturn("test_secret").block())
					.build()) {
			api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(okJson(RawServer.ORGANIZATION)));
			assertThat(Mono.defer(() -> scalekit.create(ReactiveOrganizationsClient.class).get("org_1"))
				.subscribeOn(Schedulers.parallel())
				.block()).isNotNull();
		}
	}

	static Stream<Function<String, ScalekitClients.Builder>> secrets() {
		return Stream.of((url) -> ScalekitClients.builder(url, "skc_1", "test_secret"),
				(url) -> ScalekitClients.builder(url, "skc_1", () -> "test_secret"));
	}

	/**
	 * Blocking calls on this scheduler are the usual way to block in reactive code.
	 */
	@ParameterizedTest
	@MethodSource("secrets")
	@Fault(74)
	void blockingCallsMayOccupyAllThreadsForBlockingCalls(Function<String, ScalekitClients.Builder> clients) {
		int calls = 3 * Schedulers.DEFAULT_BOUNDED_ELASTIC_SIZE;
		CountDownLatch threads = new CountDownLatch(Schedulers.DEFAULT_BOUNDED_ELASTIC_SIZE);
		try (TestApi api = new TestApi(); ScalekitClients scalekit = clients.apply(api.url()).build()) {
			OrganizationsClient organizations = scalekit.create(OrganizationsClient.class);
			acceptOnly(api, "test_secret", "token-1");
			organizations.get("org_1");
			acceptOnly(api, "test_secret", "token-2");
			assertThat(Flux.range(0, calls).flatMap((call) -> Mono.fromCallable(() -> {
				threads.countDown();
				threads.await();
				return organizations.get("org_1");
			}).subscribeOn(Schedulers.boundedElastic()), calls).collectList().block()).hasSize(calls);
			assertThat(api.tokenRequests()).isEqualTo(2);
		}
	}

	@Test
	@Fault(74)
	void threadThatReadsTheSecretEndsWithTheClients() {
		CompletableFuture<Thread> reader = new CompletableFuture<>();
		try (TestApi api = new TestApi(); Warnings warnings = Warnings.collect()) {
			ScalekitClients scalekit = ScalekitClients.builder(api.url(), "skc_1", () -> {
				reader.complete(Thread.currentThread());
				return Mono.<String>never().block();
			}).build();
			CompletableFuture<OAuth2AccessToken> token = AccessTokens.get(scalekit).toFuture();
			assertThat(reader).succeedsWithin(SOON);
			scalekit.close();
			await().until(() -> !reader.join().isAlive());
			assertClosed(token::join);
			assertThat(api.requests()).isZero();
			assertThat(warnings.messages()).isEmpty();
		}
	}

	private static void assertClosed(ThrowingCallable call) {
		Throwable failure = Exceptions.unwrap(catchThrowable(call));
		if (failure instanceof CompletionException) {
			failure = failure.getCause();
		}
		assertThat(failure).isExactlyInstanceOf(ScalekitTokenException.class)
			.hasMessage("No access token: the Scalekit clients have been closed");
		assertThat(((ScalekitTokenException) failure).getError().getErrorCode()).isEqualTo("client_closed");
	}

	static Stream<Arguments> missingSecrets() {
		return Stream.of(arguments("the client secret cannot be read, java.nio.file.NoSuchFileException",
				(Supplier<String>) () -> {
					throw new UncheckedIOException(new NoSuchFileException("test_secret"));
				}), arguments("the client secret is empty", (Supplier<String>) () -> " "),
				arguments("the client secret is empty", (Supplier<String>) () -> null));
	}

	@ParameterizedTest
	@MethodSource("missingSecrets")
	@Fault(74)
	void secretThatIsMissingIsATokenFailureWithoutARequest(String reason, Supplier<String> secret) {
		try (TestApi api = new TestApi();
				ScalekitClients scalekit = ScalekitClients.builder(api.url(), "skc_1", secret).build()) {
			ScalekitTokenException failure = failedCall(scalekit);
			assertThat(failure).hasMessageContaining("No access token for client 'skc_1'").hasMessageContaining(reason);
			assertThat(failure.getError().getErrorCode()).isEqualTo("client_secret_unavailable");
			assertThat(failure).hasMessageNotContaining("test_secret").hasNoCause();
			assertThat(api.requests()).isZero();
		}
	}

	private static ScalekitTokenException failedCall(ScalekitClients scalekit) {
		return catchThrowableOfType(ScalekitTokenException.class,
				() -> scalekit.create(OrganizationsClient.class).get("org_1"));
	}

	private static ScalekitClients.Builder clients(ScalekitServer server) {
		return ScalekitClients.builder(server.url(), server.clientId(), server.clientSecret());
	}

}
