package com.scalekit.spring.client.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.oauth2.core.OAuth2AccessToken;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.error.ScalekitTokenException;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Faults of the token response.
 */
class TokenResponseFaultTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String TOKEN = "t0ken-to-look-for";

	private static final TestApi api = new TestApi();

	private final ScalekitClients scalekit = api.clients().build();

	@BeforeEach
	void reset() {
		api.server().resetAll();
		api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(ok()));
	}

	@AfterEach
	void close() {
		this.scalekit.close();
	}

	@AfterAll
	static void closeApi() {
		api.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 300, 302, 304, 400, 401, 404, 429, 500, 503 })
	@Fault(10)
	void tokenThatComesWithAnErrorIsRefused(int status) {
		answer(jsonResponse("{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}",
				status));
		assertThat(failure()).hasMessageContaining(String.valueOf(status)).hasMessageNotContaining(TOKEN);
	}

	static Stream<ResponseDefinitionBuilder> unusableResponses() {
		byte[] notUtf8 = ("{\"access_token\":\"" + TOKEN + "\u00ff\"}").getBytes(StandardCharsets.ISO_8859_1);
		return Stream.of(ok("<html>Sign in</html>").withHeader("Content-Type", "text/html"),
				okJson("<html>Sign in</html>"), aResponse().withStatus(204), okJson(""), okJson("[]"), okJson("{}"),
				okJson("null"), okJson("\"" + TOKEN + "\""), okJson("[".repeat(60_000)),
				okJson("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)),
				okJson("{\"access_token\":\"" + TOKEN + "\",\"padding\":\"" + "x".repeat(300_000) + "\"}"),
				okJson("{\"access_token\":\"" + TOKEN + "\"} trailing"), okJson("{\"access_token\":\"" + TOKEN),
				aResponse().withHeader("Content-Type", "application/json").withBody(notUtf8));
	}

	@ParameterizedTest
	@MethodSource("unusableResponses")
	@Fault(11)
	void responseWithoutATokenIsRefused(ResponseDefinitionBuilder response) {
		assertUnusable(response);
	}

	/**
	 * RFC 6749 forbids it, and there is no telling which of the two was checked by whom.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "\"access_token\":\"" + TOKEN + "\",\"access_token\":\"other\"",
			"\"access_token\":\"" + TOKEN + "\",\"expires_in\":60,\"expires_in\":3600" })
	@Fault(11)
	void repeatedMemberIsRefused(String members) {
		assertUnusable(okJson("{" + members + "}"));
	}

	/**
	 * Five minutes are long enough not to burden the token endpoint, and short enough for
	 * tokens of any server.
	 */
	@Test
	@Fault(12)
	void missingLifetimeMeansFiveMinutesAndIsWarnedAboutOnce() {
		try (Warnings warnings = Warnings.collect()) {
			answer(okJson("{\"access_token\":\"" + TOKEN + "\"}"));
			assertLifetime(Duration.ofMinutes(5));
			assertThat(warnings.messages()).singleElement()
				.asString()
				.contains("expires_in", api.url() + "/oauth/token")
				.doesNotContain(TOKEN);
			refuseToken();
			call();
			assertThat(api.tokenRequests()).isEqualTo(2);
			assertThat(warnings.messages()).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "0.5", "-1e300", "\"\"", "\"abc\"", "\"NaN\"", "[]", "{}", "[3600]", "true",
			"null" })
	@Fault(13)
	void lifetimeThatIsNoneIsRefused(String expiresIn) {
		assertUnusable(okJson("{\"access_token\":\"" + TOKEN + "\",\"expires_in\":" + expiresIn + "}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"3600\"", "3600.5", "\"3600.5\"", "3.6e3" })
	@Fault(14)
	void lifetimeMayBeAStringOrHaveAFraction(String expiresIn) {
		answer(okJson("{\"access_token\":\"" + TOKEN + "\",\"expires_in\":" + expiresIn + "}"));
		assertLifetime(Duration.ofHours(1));
	}

	/**
	 * No token is trusted for more than a day, whatever the server says.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "86401", "9223372036854775807", "9223372036854775808", "1e300", "1e999", "\"1e999\"",
			"100000000000000000000000000000000000000000000000000000000000000000000000000000000" })
	@Fault(15)
	void hugeLifetimeIsADay(String expiresIn) {
		answer(okJson("{\"access_token\":\"" + TOKEN + "\",\"expires_in\":" + expiresIn + "}"));
		assertLifetime(Duration.ofDays(1));
	}

	/**
	 * Scalekit issues nothing but bearer tokens, so a missing type is taken as that.
	 */
	@ParameterizedTest
	@ValueSource(strings = { ",\"token_type\":\"bearer\"", ",\"token_type\":\"BEARER\"", "" })
	@Fault(17)
	void bearerTokenIsAcceptedHoweverItIsCalled(String member) {
		answer(okJson("{\"access_token\":\"" + TOKEN + "\",\"expires_in\":3600" + member + "}"));
		assertLifetime(Duration.ofHours(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "DPoP", "mac", "N_A", " " })
	@Fault(17)
	void tokenOfAnotherTypeIsRefused(String type) {
		assertUnusable(
				okJson("{\"access_token\":\"" + TOKEN + "\",\"expires_in\":3600,\"token_type\":\"" + type + "\"}"));
	}

	static Stream<String> malformedTokens() {
		return Stream.of("", " ", TOKEN + " ", TOKEN + "\\r\\nX-Injected: 1", TOKEN + "\\u0000", "t\u00f6ken",
				TOKEN + "\\u202e", "=" + TOKEN, TOKEN + "x".repeat(20_000));
	}

	@ParameterizedTest
	@MethodSource("malformedTokens")
	@Fault(18)
	void tokenThatCannotBeSentIsRefused(String token) {
		assertUnusable(okJson("{\"access_token\":\"" + token + "\",\"expires_in\":3600}"));
	}

	@Test
	@Fault(18)
	void longTokenIsSentWhole() {
		answer(okJson("{\"access_token\":\"" + "x".repeat(6_000) + "\",\"expires_in\":3600}"));
		assertThatNoException().isThrownBy(this::call);
		assertThat(api.server().getAllServeEvents()).anySatisfy(
				(event) -> assertThat(event.getRequest().getHeader("Authorization")).endsWith(" " + "x".repeat(6_000)));
	}

	private static void answer(ResponseDefinitionBuilder response) {
		api.stub(post("/oauth/token").willReturn(response));
	}

	private void refuseToken() {
		api.stub(any(urlPathMatching("/api/v1/.*")).inScenario("refused")
			.whenScenarioStateIs("Started")
			.willSetStateTo("accepted")
			.willReturn(jsonResponse("{}", 401)));
	}

	private void call() {
		this.scalekit.webClient().get().uri("/api/v1/roles").retrieve().toBodilessEntity().block(SOON);
	}

	private ScalekitTokenException failure() {
		return catchThrowableOfType(ScalekitTokenException.class, this::call);
	}

	/**
	 * It is refused once, no second request is made, and no call goes out.
	 */
	private void assertUnusable(ResponseDefinitionBuilder response) {
		answer(response);
		for (int call = 0; call < 5; call++) {
			ScalekitTokenException failure = failure();
			assertThat(failure.getError().getErrorCode()).isEqualTo("invalid_token_response");
			assertThat(failure).hasMessageContaining("the response is not usable").hasMessageNotContaining(TOKEN);
			assertThat(failure.getMessage()).hasSizeLessThan(300);
		}
		assertThat(api.requests()).isEqualTo(1);
	}

	private void assertLifetime(Duration lifetime) {
		OAuth2AccessToken token = AccessTokens.get(this.scalekit).block(SOON);
		assertThat(token.getTokenValue()).isEqualTo(TOKEN);
		assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt())).isCloseTo(lifetime,
				Duration.ofSeconds(1));
		assertThat(token.getIssuedAt()).isBetween(Instant.now().minus(SOON), Instant.now());
		call();
		call();
		assertThat(api.tokenRequests()).isEqualTo(1);
	}

}
