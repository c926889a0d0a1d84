package com.scalekit.spring.client.faults;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.context.ContextView;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.core.OAuth2AccessToken;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.organizations.OrganizationsClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Faults on the way to a token: many callers, callers who leave, and a token endpoint
 * that is slow, down or somewhere else.
 */
class TokenFaultTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String TOKEN = "{\"access_token\":\"" + TestApi.ACCESS_TOKEN + "\",\"expires_in\":3600}";

	private static final String ORGANIZATION = "{\"organization\":{\"id\":\"org_1\",\"display_name\":\"Acme\"}}";

	private final TestApi api = newApi();

	private final ScalekitClients scalekit = this.api.clients().build();

	@AfterEach
	void close() {
		this.scalekit.close();
		this.api.close();
	}

	private static TestApi newApi() {
		return new TestApi().stub(any(urlPathMatching("/api/v1/.*")).willReturn(okJson(ORGANIZATION)));
	}

	@Test
	@Fault(1)
	void tenThousandColdCallersCauseOneTokenRequest() {
		answerToken(okJson(TOKEN).withFixedDelay(200));
		Mono<Long> answered = Flux.range(0, 10_000)
			.flatMap((caller) -> AccessTokens.get(this.scalekit), 10_000)
			.filter((token) -> token.getTokenValue().equals(TestApi.ACCESS_TOKEN))
			.count();
		assertThat(answered.block(SOON)).isEqualTo(10_000);
		assertThat(this.api.tokenRequests()).isEqualTo(1);
	}

	@Test
	@Fault(3)
	void othersGetTheTokenWhenTheCallerWhoCausedTheRequestCancels() {
		answerToken(okJson(TOKEN).withFixedDelay(200));
		Disposable first = AccessTokens.get(this.scalekit).subscribe();
		Mono<List<OAuth2AccessToken>> others = Flux.range(0, 100)
			.flatMap((caller) -> AccessTokens.get(this.scalekit), 100)
			.doOnSubscribe((subscription) -> first.dispose())
			.collectList();
		assertThat(others.block(SOON)).hasSize(100);
		assertThat(this.api.tokenRequests()).isEqualTo(1);
	}

	@Test
	@Fault(4)
	void tokenIsKeptWhenAllCallersCancel() {
		answerToken(okJson(TOKEN).withFixedDelay(200));
		Flux.range(0, 10).map((caller) -> AccessTokens.get(this.scalekit).subscribe()).subscribe(Disposable::dispose);
		assertThat(AccessTokens.get(this.scalekit).block(SOON)).isNotNull();
		assertThat(this.api.tokenRequests()).isEqualTo(1);
	}

	/**
	 * There is no time for a third attempt: all of them together may take 10 seconds.
	 */
	@Test
	@Fault(5)
	void silentTokenEndpointIsGivenUpAndAskedAgainByTheNextCall() {
		try (RawTokenServer server = new RawTokenServer("", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{",
				RawTokenServer.token("token"));
				ScalekitClients clients = ScalekitClients.builder(server.url(), "skc_1", "secret").build()) {
			Mono<OAuth2AccessToken> token = AccessTokens.get(clients);
			ScalekitTokenException failure = catchThrowableOfType(ScalekitTokenException.class,
					() -> token.block(SOON));
			assertThat(failure).hasMessageContaining("no answer within 10 seconds")
				.hasCauseInstanceOf(TimeoutException.class);
			assertThat(failure.getError().getErrorCode()).isEqualTo("temporarily_unavailable");
			assertThat(server.requests()).isEqualTo(2);
			await().until(() -> server.connectionsClosedByClient() == 2);
			await().ignoreExceptions()
				.untilAsserted(() -> assertThat(token.block(SOON).getTokenValue()).isEqualTo("token"));
			assertThat(server.requests()).isEqualTo(3);
		}
	}

	@Test
	@Fault(8)
	void shortRetryAfterIsWaitedFor() {
		assertWaitsFor("1");
	}

	@Test
	@Fault(8)
	void retryAfterMayBeADate() {
		assertWaitsFor(DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(2)));
	}

	private void assertWaitsFor(String retryAfter) {
		answerToken(jsonResponse("{\"error\":\"too_many_requests\"}", 429).withHeader("Retry-After", retryAfter),
				okJson(TOKEN));
		long start = System.nanoTime();
		assertThat(AccessTokens.get(this.scalekit).block(SOON)).isNotNull();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(800));
		assertThat(this.api.tokenRequests()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 503 })
	@Fault(8)
	void longRetryAfterFailsAtOnceAndIsExposed(int status) {
		answerToken(jsonResponse("{}", status).withHeader("Retry-After", "3600"));
		for (int call = 0; call < 3; call++) {
			assertThat(failure().getRetryAfter()).isEqualTo(Duration.ofHours(1));
		}
		assertThat(this.api.tokenRequests()).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource(com.github.tomakehurst.wiremock.http.Fault.class)
	@Fault(21)
	void brokenConnectionIsTriedAgain(com.github.tomakehurst.wiremock.http.Fault fault) {
		answerToken(aResponse().withFault(fault), okJson(TOKEN));
		assertThat(AccessTokens.get(this.scalekit).block(SOON)).isNotNull();
		assertThat(this.api.tokenRequests()).isEqualTo(2);
	}

	@ParameterizedTest
	@EnumSource(com.github.tomakehurst.wiremock.http.Fault.class)
	@Fault(21)
	void connectionThatStaysBrokenIsTheTokenEndpointsFailure(com.github.tomakehurst.wiremock.http.Fault fault) {
		answerToken(aResponse().withFault(fault));
		ScalekitTokenException failure = failure();
		assertThat(failure.getError().getErrorCode()).isEqualTo("temporarily_unavailable");
		assertThat(failure).hasMessageContaining(this.api.url() + "/oauth/token").hasCauseInstanceOf(Exception.class);
		assertThat(this.api.tokenRequests()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	@Fault(22)
	void redirectToAnotherHostIsNotFollowed(int status) {
		try (TestApi foreign = new TestApi().stub(any(anyUrl()).willReturn(okJson(TOKEN)))) {
			answerToken(aResponse().withStatus(status).withHeader("Location", foreign.url() + "/oauth/token"));
			assertThat(failure()).hasMessageContaining(String.valueOf(status));
			assertThat(foreign.requests()).isZero();
			assertThat(this.api.requests()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://acme.scalekit.com", "HTTP://acme.scalekit.com", "http://localhost.example.com",
			"http://127.0.0.1.example.com", "http://10.0.0.1" })
	@Fault(23)
	void plainHttpToAnotherMachineIsRefusedAtTheStart(String environmentUrl) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ScalekitClients.builder(environmentUrl, "skc_1", TestApi.CLIENT_SECRET).build())
			.withMessageContaining("must be an https URL")
			.withMessageNotContaining(TestApi.CLIENT_SECRET);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8080", "http://127.0.0.1", "http://[::1]" })
	@Fault(23)
	void plainHttpIsAllowedOnThisMachineAndOnRequest(String environmentUrl) {
		assertThatNoException().isThrownBy(() -> {
			ScalekitClients.builder(environmentUrl, "skc_1", "secret").build().close();
			ScalekitClients.builder("http://acme.internal", "skc_1", "secret").allowInsecureHttp(true).build().close();
		});
	}

	@Test
	@Fault(24)
	void environmentsHaveTokensAndFailuresOfTheirOwn() {
		try (TestApi otherApi = newApi().answersToken("other-token");
				ScalekitClients other = otherApi.clients().build();
				TestApi brokenApi = newApi();
				ScalekitClients broken = brokenApi.clients().build()) {
			brokenApi.stub(post("/oauth/token").willReturn(jsonResponse("{\"error\":\"invalid_client\"}", 401)));
			assertThat(catchThrowableOfType(ScalekitTokenException.class,
					() -> broken.create(OrganizationsClient.class).get("org_1")))
				.isNotNull();
			Flux.range(0, 50).flatMap((call) -> Mono.zip(get(this.scalekit), get(other))).then().block(SOON);
			this.api.verify(50, callWith(TestApi.ACCESS_TOKEN));
			otherApi.verify(50, callWith("other-token"));
			assertThat(this.api.requests()).isEqualTo(51);
			assertThat(otherApi.requests()).isEqualTo(51);
		}
	}

	@Test
	@Fault(25)
	void tokenRequestDoesNotSeeTheContextOfACaller() {
		List<ContextView> contexts = new CopyOnWriteArrayList<>();
		ClientHttpConnector connector = new ReactorClientHttpConnector();
		try (ScalekitClients clients = this.api.clients()
			.tokenConnector((method, uri, request) -> Mono.deferContextual((context) -> {
				contexts.add(context);
				return connector.connect(method, uri, request);
			}))
			.build()) {
			AccessTokens.get(clients).contextWrite((context) -> context.put("tenant", "acme")).block(SOON);
		}
		assertThat(contexts).singleElement().satisfies((context) -> assertThat(context.hasKey("tenant")).isFalse());
	}

	@Test
	@Fault(26)
	void closingEndsTheTokenRequestAndTheWaitForIt() {
		try (RawTokenServer server = new RawTokenServer("", RawTokenServer.token("token"));
				Warnings warnings = Warnings.collect()) {
			ScalekitClients closed = ScalekitClients.builder(server.url(), "skc_1", "secret").build();
			StepVerifier.create(Flux.range(0, 10).flatMap((caller) -> get(closed).materialize()))
				.then(() -> await().until(() -> server.requests() == 1))
				.then(closed::close)
				.recordWith(CopyOnWriteArrayList::new)
				.expectNextCount(10)
				.consumeRecordedWith((signals) -> assertThat(signals)
					.allSatisfy((signal) -> assertThat(signal.getThrowable()).isInstanceOf(ScalekitTokenException.class)
						.hasMessage("No access token: the Scalekit clients have been closed")))
				.expectComplete()
				.verify(Duration.ofSeconds(3));
			await().until(() -> server.connectionsClosedByClient() == 1);
			assertThat(warnings.messages()).isEmpty();
			try (ScalekitClients restarted = ScalekitClients.builder(server.url(), "skc_1", "secret").build()) {
				assertThat(AccessTokens.get(restarted).block(SOON).getTokenValue()).isEqualTo("token");
			}
		}
	}

	private static Mono<String> get(ScalekitClients scalekit) {
		return scalekit.webClient().get().uri("/api/v1/organizations/org_1").retrieve().bodyToMono(String.class);
	}

	private static RequestPatternBuilder callWith(String token) {
		return getRequestedFor(urlPathMatching("/api/v1/.*")).withHeader("Authorization", equalTo("Bearer " + token));
	}

	private void answerToken(ResponseDefinitionBuilder response) {
		this.api.stub(post("/oauth/token").willReturn(response));
	}

	private void answerToken(ResponseDefinitionBuilder first, ResponseDefinitionBuilder next) {
		answerToken(next);
		this.api.stub(post("/oauth/token").inScenario("token")
			.whenScenarioStateIs("Started")
			.willSetStateTo("next")
			.willReturn(first));
	}

	private ScalekitTokenException failure() {
		return catchThrowableOfType(ScalekitTokenException.class,
				() -> this.scalekit.create(OrganizationsClient.class).get("org_1"));
	}

}
