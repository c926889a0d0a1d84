package com.scalekit.spring.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.test.TestClient.Response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FaultTests {

	private static final String LIST = "GET /api/v1/organizations";

	private static final String CREATE = "POST /api/v1/organizations";

	private static final String ACME = "{\"display_name\":\"Acme\"}";

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer server = ScalekitServer.builder().clock(this.clock).start();

	private final TestClient client = TestClient.authorized(this.server);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void respondsOnceAsScripted() {
		this.server.next(LIST).respondsWith(ScriptedResponse.tooManyRequests(Duration.ofSeconds(2)));
		Response response = list();
		ResponseAssert.assertThat(response).isError(429, 8, "RATE_LIMITED");
		assertThat(response.header("Retry-After")).isEqualTo("2");
		assertThat(list().status()).isEqualTo(200);
	}

	@Test
	void respondsSeveralTimes() {
		this.server.next(LIST).times(2).respondsWith(ScriptedResponse.serviceUnavailable());
		assertThat(List.of(list().status(), list().status(), list().status())).containsExactly(503, 503, 200);
	}

	@Test
	void faultsHappenOneAfterAnother() {
		this.server.next(LIST).respondsWith(ScriptedResponse.badGateway());
		this.server.next(LIST).respondsWith(ScriptedResponse.gatewayTimeout());
		assertThat(List.of(list().status(), list().status(), list().status())).containsExactly(502, 504, 200);
	}

	@Test
	void faultIsForItsOperationOnly() {
		String id = this.server.organizations().add("Acme");
		this.server.next("GET /api/v1/organizations/{id}").respondsWith(ScriptedResponse.forbidden());
		assertThat(list().status()).isEqualTo(200);
		assertThat(this.client.delete("/api/v1/organizations/" + id).status()).isEqualTo(200);
		assertThat(this.client.get("/api/v1/organizations:external/1").status()).isEqualTo(404);
		assertThat(this.client.get("/api/v1/organizations/" + id).status()).isEqualTo(403);
		assertThat(this.client.get("/api/v1/organizations/" + id).status()).isEqualTo(404);
	}

	@Test
	void faultMayBeForOneOrganization() {
		String acme = "/api/v1/organizations/" + this.server.organizations().add("Acme");
		String other = "/api/v1/organizations/" + this.server.organizations().add("Other");
		this.server.next("GET " + acme).respondsWith(ScriptedResponse.internalServerError());
		assertThat(this.client.get(other).status()).isEqualTo(200);
		assertThat(this.client.get(acme).status()).isEqualTo(500);
	}

	@Test
	void namesOfVariablesDoNotMatter() {
		String id = this.server.organizations().add("Acme");
		this.server.next("GET /api/v1/organizations/{id}/session-policy").respondsWith(ScriptedResponse.notFound());
		assertThat(this.client.get("/api/v1/organizations/%s/session-policy".formatted(id)).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /api/v1/organisations", "PUT /api/v1/organizations", "GET /api/v1/organizations/a/b",
			"GET api/v1/organizations", "/api/v1/organizations", "get /api/v1/organizations", "" })
	void operationThatNobodyCanCallIsRefused(String operation) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.next(operation))
			.withMessageContaining("'" + operation + "'")
			.withMessageContaining("GET /api/v1/organizations/{id}");
	}

	@Test
	void tokenEndpointHasFaultsToo() {
		this.server.next("POST /oauth/token").respondsWith(ScriptedResponse.of(503));
		Response response = this.client.token(this.client.credentials());
		assertThat(response.status()).isEqualTo(503);
		assertThat(response.body()).isEmpty();
		assertThat(this.server.tokens().issued()).isEqualTo(1);
		assertThat(this.client.token(this.client.credentials()).status()).isEqualTo(200);
	}

	@Test
	void scriptedResponseDoesNotExecuteTheRequest() {
		this.server.next(CREATE).respondsWith(ScriptedResponse.serviceUnavailable());
		create();
		assertThat(this.server.organizations().count()).isZero();
	}

	@Test
	void scriptedResponseDoesNotAskForToken() {
		this.server.next(LIST).respondsWith(ScriptedResponse.of(200).withBody("application/json", "[]"));
		Response response = TestClient.withoutToken(this.server).unchecked().get("/api/v1/organizations");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("[]");
		assertThat(response.header("Content-Type")).isEqualTo("application/json");
	}

	@Test
	void dropsWithoutExecuting() {
		this.server.next(CREATE).drops();
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(this::create);
		assertThat(this.server.organizations().count()).isZero();
		assertThat(create().status()).isEqualTo(201);
	}

	@Test
	void losesResponseOfWhatIsExecuted() {
		this.server.next(CREATE).losesResponse();
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(this::create);
		assertThat(this.server.organizations().count()).isEqualTo(1);
	}

	@Test
	void delaysTheResponse() {
		this.server.next(CREATE).delays(Duration.ofMillis(300));
		long start = System.nanoTime();
		assertThat(create().status()).isEqualTo(201);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
	}

	@Test
	void delayedErrorIsStillAnError() {
		this.server.next("GET /api/v1/organizations/{id}").delays(Duration.ofMillis(1));
		ResponseAssert.assertThat(this.client.get("/api/v1/organizations/org_1")).isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@Test
	void dribblesTheBody() throws Exception {
		this.server.organizations().add("Acme");
		this.server.next(LIST).dribbles(Duration.ofMillis(500));
		byte[] request = "GET /api/v1/organizations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\n\r\n"
			.formatted(this.client.fetchToken())
			.getBytes(StandardCharsets.US_ASCII);
		try (Socket socket = new Socket("localhost", URI.create(this.server.url()).getPort())) {
			long start = System.nanoTime();
			socket.getOutputStream().write(request);
			InputStream response = socket.getInputStream();
			String head = new String(response.readNBytes(12), StandardCharsets.US_ASCII);
			assertThat(head).isEqualTo("HTTP/1.1 200");
			assertThat(new String(response.readAllBytes(), StandardCharsets.UTF_8)).endsWith("\"total_size\":1}");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(450));
		}
	}

	@Test
	void breaksTheConnectionAfterPartOfTheBody() throws Exception {
		this.server.organizations().add("Acme");
		this.server.next(LIST).truncatesBody();
		String response = exchange();
		assertThat(response).startsWith("HTTP/1.1 200").contains("{\"next_page_token\"").doesNotContain("total_size");
		assertThat(this.server.requests(LIST)).extracting(ReceivedRequest::status).containsExactly(200);
	}

	@Test
	void truncatedErrorIsExecutedNoLess() {
		this.server.next(CREATE).truncatesBody();
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(this::create);
		assertThat(this.server.organizations().count()).isEqualTo(1);
	}

	@Test
	void neverAnswersUntilReset() throws Exception {
		this.server.next(CREATE).neverAnswers();
		ExecutorService executor = Executors.newSingleThreadExecutor();
		try {
			Future<Response> creation = executor.submit(this::create);
			assertThatExceptionOfType(TimeoutException.class)
				.isThrownBy(() -> creation.get(300, TimeUnit.MILLISECONDS));
			assertThat(this.server.requests(CREATE)).extracting(ReceivedRequest::status).containsExactly(0);
			assertThat(this.server.organizations().count()).isZero();
			this.server.reset();
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(creation::get)
				.withCauseInstanceOf(UncheckedIOException.class);
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(create().status()).isEqualTo(201);
	}

	@Test
	void unansweredRequestDoesNotKeepTheServerOpen() throws Exception {
		this.server.next(CREATE).neverAnswers();
		ExecutorService executor = Executors.newSingleThreadExecutor();
		try {
			Future<Response> creation = executor.submit(this::create);
			assertThatExceptionOfType(TimeoutException.class)
				.isThrownBy(() -> creation.get(300, TimeUnit.MILLISECONDS));
			this.server.close();
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(creation::get);
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void refusesConnectionsUntilTheyAreAccepted() {
		this.server.organizations().add("Acme");
		String url = this.server.url();
		this.server.refuseConnections();
		this.server.refuseConnections();
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(this::list)
			.withCauseInstanceOf(ConnectException.class);
		this.server.acceptConnections();
		this.server.acceptConnections();
		assertThat(this.server.url()).isEqualTo(url);
		assertThat(list().json().get("total_size").intValue()).isEqualTo(1);
	}

	@Test
	void acceptsConnectionsAfterReset() {
		this.server.refuseConnections();
		this.server.reset();
		assertThat(list().status()).isEqualTo(200);
	}

	@Test
	void canBeClosedWhileConnectionsAreRefused() throws Exception {
		this.server.refuseConnections();
		this.server.close();
		try (ServerSocket socket = new ServerSocket()) {
			socket.bind(new InetSocketAddress("localhost", URI.create(this.server.url()).getPort()));
		}
	}

	@Test
	void faultsThatNeverHappenAreReported() {
		this.server.next(LIST).times(2).respondsWith(ScriptedResponse.serviceUnavailable());
		this.server.next(CREATE).drops();
		this.server.next("DELETE /api/v1/organizations/{id}").delays(Duration.ofSeconds(1));
		list();
		assertThatExceptionOfType(AssertionError.class).isThrownBy(this.server::verify)
			.withMessage("No request has met the scripted fault POST /api/v1/organizations drops, "
					+ "nor DELETE /api/v1/organizations/{id} delays PT1S");
		this.server.reset();
		this.server.verify();
	}

	@Test
	void concurrentRequestsShareTheFaults() throws Exception {
		this.server.next(LIST).times(40).respondsWith(ScriptedResponse.serviceUnavailable());
		ExecutorService executor = Executors.newFixedThreadPool(20);
		try {
			List<Callable<Integer>> calls = new ArrayList<>();
			for (int i = 0; i < 100; i++) {
				calls.add(() -> list().status());
			}
			List<Integer> statuses = new ArrayList<>();
			for (Future<Integer> call : executor.invokeAll(calls)) {
				statuses.add(call.get());
			}
			assertThat(statuses).filteredOn((status) -> status == 503).hasSize(40);
			assertThat(statuses).filteredOn((status) -> status == 200).hasSize(60);
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void outageLastsAsLongAsTheClockSays() {
		this.server.outage(Duration.ofMinutes(1));
		this.clock.advance(Duration.ofSeconds(59));
		ResponseAssert.assertThat(list()).isError(503, 14, "UNAVAILABLE");
		assertThat(this.client.token(this.client.credentials()).status()).isEqualTo(503);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(list().status()).isEqualTo(200);
	}

	@Test
	void outageCanBeEnded() {
		this.server.outage(Duration.ofDays(1));
		assertThat(list().status()).isEqualTo(503);
		this.server.endOutage();
		assertThat(list().status()).isEqualTo(200);
		this.server.endOutage();
	}

	@Test
	void outageUsesUpNoFault() {
		this.server.next(LIST).respondsWith(ScriptedResponse.conflict());
		this.server.outage(Duration.ofMinutes(1));
		list();
		this.server.endOutage();
		assertThat(list().status()).isEqualTo(409);
	}

	@Test
	void tokenEndpointGoesDownAndUpAgain() {
		this.server.tokens().endpointDown();
		Response response = this.client.token(this.client.credentials());
		assertThat(response.status()).isEqualTo(503);
		assertThat(response.body()).isEmpty();
		assertThat(list().status()).isEqualTo(200);
		this.server.tokens().endpointUp();
		assertThat(this.client.token(this.client.credentials()).status()).isEqualTo(200);
		assertThat(this.server.tokens().issued()).isEqualTo(2);
	}

	@Test
	void impossibleFaultsAreRefused() {
		NextRequest next = this.server.next(LIST);
		assertThatIllegalArgumentException().isThrownBy(() -> next.times(0));
		assertThatIllegalArgumentException().isThrownBy(() -> next.delays(Duration.ofMillis(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> next.dribbles(Duration.ofMillis(-1)));
		assertThat(list().status()).isEqualTo(200);
	}

	private String exchange() throws IOException {
		byte[] request = "GET /api/v1/organizations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\n\r\n"
			.formatted(this.client.fetchToken())
			.getBytes(StandardCharsets.US_ASCII);
		try (Socket socket = new Socket("localhost", URI.create(this.server.url()).getPort())) {
			socket.getOutputStream().write(request);
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private Response list() {
		return this.client.get("/api/v1/organizations");
	}

	private Response create() {
		return this.client.post("/api/v1/organizations", ACME);
	}

}
