package com.scalekit.spring.client.oauth2;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.faults.Fault;
import com.scalekit.spring.client.faults.Warnings;
import com.scalekit.spring.client.observation.ClientListener;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Faults during the life of a token: real requests, but a clock that goes on when it is
 * told to.
 */
class TokenLifetimeFaultTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final Duration DAY = Duration.ofHours(24);

	private final TestApi api = new TestApi().stub(any(urlPathMatching("/api/v1/.*")).willReturn(ok()));

	private final AdjustableTime time = new AdjustableTime();

	private Duration responseTime = Duration.ZERO;

	private final TokenStore store = new TokenStore(
			new TokenEndpoint(registration(), () -> TestApi.CLIENT_SECRET, tokenClient(), this.time).requestToken(),
			this.time);

	private final WebClient webClient = WebClient.builder()
		.baseUrl(this.api.url())
		.filter(new BearerTokenFilter(URI.create(this.api.url()), this.store, ClientListener.NONE))
		.build();

	@AfterEach
	void close() {
		this.store.close();
		this.api.close();
	}

	private ClientRegistration registration() {
		return ClientRegistration.withRegistrationId(ScalekitTokenException.REGISTRATION_ID)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.tokenUri(this.api.url() + "/oauth/token")
			.clientId("skc_1")
			.build();
	}

	private WebClient tokenClient() {
		return WebClient.builder()
			.filter((request, next) -> next.exchange(request)
				.doOnNext((response) -> this.time.advance(this.responseTime)))
			.build();
	}

	@Test
	@Fault(2)
	void nobodyWaitsForARefresh() {
		answer(token("first", DAY));
		call();
		answer(token("second", DAY).withFixedDelay(1000));
		this.time.advance(DAY.minusMinutes(20));
		assertThat(tokensOfCallers(1000)).containsOnly("first");
		await().untilAsserted(() -> assertThat(token()).isEqualTo("second"));
		assertThat(this.api.tokenRequests()).isEqualTo(2);
	}

	@Test
	@Fault(2)
	void callersShareOneRequestWhenTheTokenHasEnded() {
		answer(token("first", DAY));
		call();
		answer(token("second", DAY).withFixedDelay(100));
		this.time.advance(DAY);
		assertThat(tokensOfCallers(1000)).containsOnly("second");
		assertThat(this.api.tokenRequests()).isEqualTo(2);
	}

	/**
	 * An attempt to refresh the token makes up to three requests.
	 */
	@Test
	@Fault(6)
	void noCallFailsWhileThereIsAUsableToken() {
		answer(token("first", DAY));
		call();
		answer(jsonResponse("{}", 503));
		this.time.advance(DAY.minusMinutes(25));
		try (Warnings warnings = Warnings.collect()) {
			for (int step = 1; step <= 3; step++) {
				assertThat(tokensOfCallers(100)).containsOnly("first");
				call();
				int expected = step;
				await().untilAsserted(() -> assertThat(warnings.messages()).hasSize(expected));
				assertThat(tokensOfCallers(100)).containsOnly("first");
				assertThat(this.api.tokenRequests()).isEqualTo(1 + 3 * step);
				this.time.advance(Duration.ofSeconds(30L << (step - 1)));
			}
			assertThat(warnings.messages()).hasSize(3)
				.allSatisfy((message) -> assertThat(message).contains("503").contains("is used until"));
		}
		answer(token("second", DAY));
		await().untilAsserted(() -> assertThat(token()).isEqualTo("second"));
	}

	@Test
	@Fault(7)
	void callersWithoutATokenShareOneFailure() {
		answer(jsonResponse("{}", 503));
		List<ScalekitTokenException> failures = failuresOfCallers(1000);
		assertThat(failures).hasSize(1000).doesNotHaveDuplicates();
		assertThat(failuresOfCallers(100)).hasSize(100);
		assertThat(this.api.tokenRequests()).isEqualTo(3);
		this.time.advance(Duration.ofSeconds(1));
		assertThat(failuresOfCallers(100)).hasSize(100);
		assertThat(this.api.tokenRequests()).isEqualTo(6);
		this.time.advance(Duration.ofSeconds(1));
		assertThat(failuresOfCallers(100)).hasSize(100);
		assertThat(this.api.tokenRequests()).isEqualTo(6);
		this.time.advance(Duration.ofSeconds(1));
		answer(token("first", DAY));
		call();
	}

	@ParameterizedTest
	@CsvSource({ "10, 10", "3600, 30" })
	@Fault(8)
	void throttlingTokenEndpointIsLeftAlone(long retryAfter, long seconds) {
		answer(jsonResponse("{}", 429).withHeader("Retry-After", String.valueOf(retryAfter)));
		assertThat(failure().getRetryAfter()).isEqualTo(Duration.ofSeconds(retryAfter));
		this.time.advance(Duration.ofSeconds(seconds - 1));
		assertThat(failure().getRetryAfter()).isEqualTo(Duration.ofSeconds(retryAfter));
		assertThat(this.api.tokenRequests()).isEqualTo(1);
		this.time.advance(Duration.ofSeconds(1));
		answer(token("first", DAY));
		call();
	}

	@Test
	@Fault(9)
	void refusedCredentialsAreNotTriedAgainForHalfAMinute() {
		answer(jsonResponse("{\"error\":\"invalid_client\",\"error_description\":\"" + TestApi.CLIENT_SECRET + "\"}",
				401));
		assertThat(failure()).hasMessageContaining("invalid_client")
			.hasMessageContaining("'skc_1'")
			.hasMessageContaining("scalekit.client-secret")
			.hasMessageNotContaining(TestApi.CLIENT_SECRET);
		this.time.advance(Duration.ofSeconds(29));
		assertThat(failuresOfCallers(100))
			.allSatisfy((failure) -> assertThat(failure.getError().getErrorCode()).isEqualTo("invalid_client"));
		assertThat(this.api.tokenRequests()).isEqualTo(1);
		this.time.advance(Duration.ofSeconds(1));
		answer(token("first", DAY));
		call();
		assertThat(this.api.tokenRequests()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html>", "{\"access_token\":\"a b\"}", "{\"access_token\":\"a\",\"expires_in\":0}" })
	@Fault({ 11, 13, 18 })
	void nothingIsKeptOfAnUnusableResponse(String body) {
		answer(okJson(body));
		assertThat(failuresOfCallers(100)).hasSize(100);
		assertThat(this.api.requests()).isEqualTo(1);
		answer(token("first", DAY));
		this.time.advance(Duration.ofSeconds(1));
		call();
		assertThat(this.api.requests()).isEqualTo(3);
	}

	/**
	 * They are refreshed after half of their life at the earliest.
	 */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 30, 60 })
	@Fault(16)
	void shortTokenIsRequestedOnceAndRefreshedOnce(long seconds) {
		Duration lifetime = Duration.ofSeconds(seconds);
		answer(token("short", lifetime));
		int lifetimes = 5;
		for (int step = 0; step < 20 * lifetimes; step++) {
			OAuth2AccessToken token = this.store.get().block(SOON);
			assertThat(token.getExpiresAt()).isAfter(this.time.instant());
			call();
			this.time.advance(lifetime.dividedBy(20));
		}
		assertThat(this.api.tokenRequests()).isBetween(lifetimes, 2 * lifetimes + 1);
	}

	@Test
	@Fault(19)
	void lifeOfATokenStartsWithTheRequest() {
		Instant start = this.time.instant();
		this.responseTime = Duration.ofSeconds(7);
		answer(token("first", Duration.ofMinutes(1)));
		OAuth2AccessToken token = this.store.get().block(SOON);
		assertThat(token.getIssuedAt()).isEqualTo(start);
		assertThat(token.getExpiresAt()).isEqualTo(start.plusSeconds(60));
		answer(token("second", Duration.ofMinutes(1)));
		this.time.advance(Duration.ofSeconds(60 - 6 - 7));
		assertThat(token()).isEqualTo("second");
	}

	/**
	 * The next refresh is half of the new token's life away, whatever came before.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "first", "second" })
	@Fault(20)
	void refreshThatBringsAShorterTokenIsNotRepeated(String refreshed) {
		answer(token("first", DAY));
		call();
		answer(token(refreshed, Duration.ofMinutes(1)));
		this.time.advance(DAY.minusMinutes(20));
		call();
		await().until(() -> this.api.tokenRequests() == 2);
		await()
			.untilAsserted(() -> assertThat(this.store.get().block(SOON).getIssuedAt()).isEqualTo(this.time.instant()));
		assertThat(tokensOfCallers(1000)).containsOnly(refreshed);
		this.time.advance(Duration.ofSeconds(29));
		assertThat(tokensOfCallers(1000)).containsOnly(refreshed);
		assertThat(this.api.tokenRequests()).isEqualTo(2);
	}

	@Test
	@Fault(29)
	void tokensThatAreAlwaysRefusedAreReplacedEveryTenSeconds() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(jsonResponse("{}", 401)));
		for (int tenSeconds = 0; tenSeconds < 3; tenSeconds++) {
			for (int call = 0; call < 10; call++) {
				assertThat(status()).isEqualTo(401);
			}
			assertThat(this.api.tokenRequests()).isEqualTo(2 + tenSeconds);
			this.time.advance(Duration.ofSeconds(10));
		}
	}

	private static ResponseDefinitionBuilder token(String token, Duration lifetime) {
		return okJson("{\"access_token\":\"%s\",\"expires_in\":%d}".formatted(token, lifetime.toSeconds()));
	}

	private void answer(ResponseDefinitionBuilder response) {
		this.api.stub(post("/oauth/token").willReturn(response));
	}

	private void call() {
		assertThat(status()).isEqualTo(200);
	}

	private int status() {
		return this.webClient.get()
			.uri("/api/v1/roles")
			.exchangeToMono((response) -> response.releaseBody().thenReturn(response.statusCode().value()))
			.block(SOON);
	}

	private String token() {
		return this.store.get().map(OAuth2AccessToken::getTokenValue).block(SOON);
	}

	private List<String> tokensOfCallers(int callers) {
		return Flux.range(0, callers)
			.flatMap((caller) -> this.store.get(), callers)
			.map(OAuth2AccessToken::getTokenValue)
			.collectList()
			.block(SOON);
	}

	private ScalekitTokenException failure() {
		return catchThrowableOfType(ScalekitTokenException.class, this::token);
	}

	private List<ScalekitTokenException> failuresOfCallers(int callers) {
		return Flux.range(0, callers)
			.flatMap((caller) -> this.store.get()
				.then(Mono.<ScalekitTokenException>empty())
				.onErrorResume(ScalekitTokenException.class, Mono::just), callers)
			.collectList()
			.block(SOON);
	}

}
