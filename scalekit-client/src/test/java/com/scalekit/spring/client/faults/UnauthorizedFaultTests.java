package com.scalekit.spring.client.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.BodyInserters;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Faults around a token that the server does not accept.
 */
class UnauthorizedFaultTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String ORGANIZATION = "{\"organization\":{\"id\":\"org_1\",\"display_name\":\"Acme\"}}";

	private final TestApi api = new TestApi();

	private final ScalekitClients scalekit = this.api.clients().build();

	private final OrganizationsClient organizations = this.scalekit.create(OrganizationsClient.class);

	@AfterEach
	void close() {
		this.scalekit.close();
		this.api.close();
	}

	@Test
	@Fault(27)
	void revokedTokenIsReplacedOnceForAllCallsUnderWay() {
		revokeToken(jsonResponse("{\"code\":16}", 401).withFixedDelay(100));
		ReactiveOrganizationsClient reactive = this.scalekit.create(ReactiveOrganizationsClient.class);
		List<Organization> answered = Flux.range(0, 200)
			.flatMap((call) -> reactive.get("org_1"), 200)
			.collectList()
			.block(SOON);
		assertThat(answered).hasSize(200);
		assertThat(this.api.tokenRequests()).isEqualTo(2);
		this.api.verify(200, callsWith("new-token"));
	}

	@Test
	@Fault(28)
	void lateRefusalOfAnOldTokenDoesNotReplaceTheNewOne() throws Exception {
		CountDownLatch replaced = new CountDownLatch(1);
		try (RawServer server = RawServer.start((number, connection) -> {
			if (number == 1) {
				RawServer.await(replaced);
			}
			connection.send((number <= 2) ? RawServer.response("401 Unauthorized", "{\"code\":16}")
					: RawServer.response("200 OK", ORGANIZATION));
		}); ScalekitClients clients = server.clients().build()) {
			ReactiveOrganizationsClient reactive = clients.create(ReactiveOrganizationsClient.class);
			CompletableFuture<Organization> late = reactive.get("org_late").toFuture();
			await().until(() -> server.requests().size() == 1);
			assertThat(reactive.get("org_1").block(SOON).id()).isEqualTo("org_1");
			assertThat(late).isNotDone();
			replaced.countDown();
			assertThat(late).succeedsWithin(SOON);
			assertThat(server.tokenRequests()).isEqualTo(2);
			assertThat(server.requests()).hasSize(4);
		}
	}

	/**
	 * One replacement, not none: a single revocation is healed at once that way.
	 */
	@Test
	@Fault(29)
	void clientThatIsAlwaysRefusedGetsOneReplacement() {
		answerCalls(jsonResponse("{\"code\":16,\"message\":\"wrong audience\"}", 401));
		for (int call = 0; call < 30; call++) {
			assertThatExceptionOfType(ScalekitApiException.Unauthorized.class)
				.isThrownBy(() -> this.organizations.get("org_1"))
				.withMessageContaining("wrong audience");
		}
		assertThat(this.api.tokenRequests()).isEqualTo(2);
		this.api.verify(31, calls());
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403 })
	@Fault({ 30, 31 })
	void refusalByAnUpstreamProviderIsNotTheTokens(int status) {
		answerCalls(jsonResponse("{\"code\":16,\"details\":[{\"error_code\":\"TOOL_ERROR\","
				+ "\"tool_error_info\":{\"tool_error_message\":\"token of the provider expired\"}}]}", status));
		ScalekitApiException failure = catchThrowableOfType(ScalekitApiException.class,
				() -> this.organizations.get("org_1"));
		assertThat(failure.getError().isToolError()).isTrue();
		assertThat(failure.getError().toolError().message()).isEqualTo("token of the provider expired");
		assertThat(failure.getStatusCode().value()).isEqualTo(status);
		assertThat(failure).hasMessageNotContaining("check that the client's credentials");
		assertThat(this.api.tokenRequests()).isEqualTo(1);
		this.api.verify(1, calls());
	}

	@Test
	@Fault(31)
	void tokenIsKeptWhenSomethingIsForbidden() {
		answerCalls(jsonResponse("{\"code\":7}", 403));
		for (int call = 0; call < 5; call++) {
			assertThatExceptionOfType(ScalekitApiException.Forbidden.class)
				.isThrownBy(() -> this.organizations.get("org_1"));
		}
		assertThat(this.api.tokenRequests()).isEqualTo(1);
		this.api.verify(5, calls());
	}

	@Test
	@Fault(32)
	void sameBytesAreSentAgain() {
		revokeToken(jsonResponse("{\"code\":16}", 401));
		CreateOrganization organization = CreateOrganization.named("\u00c4cme \u20ac \ud83d\ude80 \\\"")
			.withExternalId("tenant/1");
		assertThat(this.organizations.create(organization).id()).isEqualTo("org_1");
		List<String> bodies = this.api.server()
			.findAll(postRequestedFor(urlPathEqualTo("/api/v1/organizations")))
			.stream()
			.map((request) -> new String(request.getBody(), StandardCharsets.ISO_8859_1))
			.toList();
		assertThat(bodies).hasSize(2).doesNotContain("");
		assertThat(bodies.get(0)).isEqualTo(bodies.get(1));
	}

	/**
	 * Nobody knows whether a stream can be read twice: what is left of it might be sent.
	 */
	@Test
	@Fault(32)
	void streamedBodyIsNotSentAgain() {
		revokeToken(jsonResponse("{\"code\":16}", 401));
		InputStream input = new ByteArrayInputStream("first and only".getBytes(StandardCharsets.UTF_8));
		Flux<DataBuffer> body = DataBufferUtils.readInputStream(() -> input, DefaultDataBufferFactory.sharedInstance,
				4);
		ScalekitTransportException failure = catchThrowableOfType(ScalekitTransportException.class,
				() -> this.scalekit.webClient()
					.post()
					.uri("/api/v1/uploads")
					.contentType(MediaType.APPLICATION_OCTET_STREAM)
					.body(BodyInserters.fromDataBuffers(body))
					.retrieve()
					.toBodilessEntity()
					.block(SOON));
		assertThat(failure).hasMessageContaining("the access token was refused")
			.hasMessageContaining("streamed body cannot be sent again");
		assertThat(failure.isPossiblyExecuted()).isFalse();
		assertThat(failure.getAttempts()).isEqualTo(1);
		assertThat(failure.getSuppressed()).hasAtLeastOneElementOfType(ScalekitApiException.Unauthorized.class);
		this.api.verify(1, postRequestedFor(urlPathEqualTo("/api/v1/uploads")));
		assertThat(this.organizations.get("org_1").id()).isEqualTo("org_1");
		this.api.verify(2, calls());
	}

	@Test
	@Fault(56)
	void statusThatIsNoneAfterARefusalIsUnusable() throws IOException {
		try (Warnings warnings = Warnings.collect();
				RawServer server = RawServer.start((number,
						connection) -> connection.send((number == 1) ? RawServer.response("401 Unauthorized", "{}")
								: RawServer.response("2000 Odd", "{}")));
				ScalekitClients clients = server.clients().build()) {
			ScalekitTransportException failure = catchThrowableOfType(ScalekitTransportException.class,
					() -> clients.create(OrganizationsClient.class).get("org_1"));
			assertThat(failure).hasMessageContaining("the response has no valid status");
			assertThat(failure.isPossiblyExecuted()).isTrue();
			assertThat(failure.isRetryable()).isFalse();
			assertThat(server.requests()).hasSize(2);
			assertThat(warnings.messages()).isEmpty();
		}
	}

	@Test
	@Fault(33)
	void connectionsAreNotLostToLargeBodiesOfRefusals() {
		List<ConnectionPoolMetrics> metrics = new CopyOnWriteArrayList<>();
		ConnectionProvider pool = ConnectionProvider.builder("two")
			.maxConnections(2)
			.pendingAcquireTimeout(SOON)
			.metrics(true, () -> (name, id, address, metric) -> metrics.add(metric))
			.build();
		answerCalls(jsonResponse("{\"code\":16,\"padding\":\"" + "x".repeat(400_000) + "\"}", 401));
		try (Warnings warnings = Warnings.collect();
				ScalekitClients narrow = this.api.clients()
					.clientConnector(new ReactorClientHttpConnector(HttpClient.create(pool)))
					.build()) {
			OrganizationsClient organizations = narrow.create(OrganizationsClient.class);
			for (int call = 0; call < 10; call++) {
				assertThatExceptionOfType(ScalekitApiException.Unauthorized.class)
					.isThrownBy(() -> organizations.get("org_1"));
			}
			assertThat(metrics).singleElement().satisfies((metric) -> {
				await().until(() -> metric.acquiredSize() == 0);
				assertThat(metric.pendingAcquireSize()).isZero();
				assertThat(metric.allocatedSize()).isLessThanOrEqualTo(2);
			});
			assertThat(warnings.messages()).isEmpty();
			answerCalls(okJson(ORGANIZATION));
			assertThat(organizations.get("org_1").id()).isEqualTo("org_1");
		}
		finally {
			pool.dispose();
		}
	}

	@Test
	@Fault(34)
	void failureToReplaceTheTokenHoldsTheRefusal() {
		answerCalls(jsonResponse("{\"code\":16,\"message\":\"revoked\"}", 401));
		AccessTokens.get(this.scalekit).block(SOON);
		this.api.stub(post("/oauth/token").willReturn(jsonResponse("{\"error\":\"invalid_client\"}", 401)));
		ScalekitTokenException failure = tokenFailure();
		assertThat(failure.getError().getErrorCode()).isEqualTo("invalid_client");
		assertThat(refusals(failure)).singleElement().asString().contains("revoked");
		assertThat(refusals(tokenFailure())).isEmpty();
		this.api.verify(1, calls());
		assertThat(this.api.tokenRequests()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer error=\"a\", error=\"b\"", "Bearer realm=\"a\",,realm=\"b\", Basic realm=\"c\"",
			"Basic realm=\"x\"", ", , ,", "=", "Bearer error=\"insufficient_scope\"", "LONG" })
	@Fault(35)
	void challengeIsIgnored(String challenge) {
		String value = challenge.equals("LONG") ? "Bearer realm=\"" + "x".repeat(7_500) + "\"" : challenge;
		answerCalls(jsonResponse("{\"code\":16}", 401).withHeader("WWW-Authenticate", value, "Bearer"));
		assertThatExceptionOfType(ScalekitApiException.Unauthorized.class)
			.isThrownBy(() -> this.organizations.get("org_1"));
		this.api.verify(2, calls());
		assertThat(this.api.tokenRequests()).isEqualTo(2);
	}

	/**
	 * Get a token, and let the server accept only another one from now on.
	 */
	private void revokeToken(ResponseDefinitionBuilder refusal) {
		AccessTokens.get(this.scalekit).block(SOON);
		this.api.answersToken("new-token");
		answerCalls(okJson(ORGANIZATION));
		this.api.stub(any(urlPathMatching("/api/v1/.*"))
			.withHeader("Authorization", equalTo("Bearer " + TestApi.ACCESS_TOKEN))
			.willReturn(refusal));
	}

	private void answerCalls(ResponseDefinitionBuilder response) {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(response));
	}

	private static RequestPatternBuilder calls() {
		return anyRequestedFor(urlPathMatching("/api/v1/.*"));
	}

	private static RequestPatternBuilder callsWith(String token) {
		return calls().withHeader("Authorization", equalTo("Bearer " + token));
	}

	private ScalekitTokenException tokenFailure() {
		return catchThrowableOfType(ScalekitTokenException.class, () -> this.organizations.get("org_1"));
	}

	private static List<Throwable> refusals(Throwable failure) {
		return Stream.of(failure.getSuppressed()).filter(ScalekitApiException.class::isInstance).toList();
	}

}
