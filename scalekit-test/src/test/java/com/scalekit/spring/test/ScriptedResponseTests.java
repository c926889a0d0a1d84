package com.scalekit.spring.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ScriptedResponseTests {

	@ParameterizedTest
	@MethodSource("errors")
	void errorHasBodyOfScalekit(ScriptedResponse error, int status, int code, String errorCode) {
		ApiResponse response = error.toApiResponse();
		JsonNode body = TestClient.json(new String(response.body(), StandardCharsets.UTF_8));
		assertThat(response.status()).isEqualTo(status);
		assertThat(response.headers()).isEqualTo(Map.of("Content-Type", "application/json"));
		assertThat(body.get("code").intValue()).isEqualTo(code);
		assertThat(body.at("/details/0/error_code").stringValue()).isEqualTo(errorCode);
	}

	static Stream<Arguments> errors() {
		return Stream.of(Arguments.of(ScriptedResponse.badRequest(), 400, 3, "INVALID_ARGUMENT"),
				Arguments.of(ScriptedResponse.unauthorized(), 401, 16, "UNAUTHENTICATED"),
				Arguments.of(ScriptedResponse.forbidden(), 403, 7, "PERMISSION_DENIED"),
				Arguments.of(ScriptedResponse.notFound(), 404, 5, "RESOURCE_NOT_FOUND"),
				Arguments.of(ScriptedResponse.conflict(), 409, 6, "ALREADY_EXISTS"),
				Arguments.of(ScriptedResponse.tooManyRequests(), 429, 8, "RATE_LIMITED"),
				Arguments.of(ScriptedResponse.internalServerError(), 500, 13, "INTERNAL"),
				Arguments.of(ScriptedResponse.serviceUnavailable(), 503, 14, "UNAVAILABLE"),
				Arguments.of(ScriptedResponse.gatewayTimeout(), 504, 4, "DEADLINE_EXCEEDED"));
	}

	@Test
	void proxyAnswersHtml() {
		ApiResponse response = ScriptedResponse.badGateway().toApiResponse();
		assertThat(response.status()).isEqualTo(502);
		assertThat(response.headers()).isEqualTo(Map.of("Content-Type", "text/html"));
		assertThat(response.body()).asString(StandardCharsets.UTF_8).startsWith("<html>");
	}

	@Test
	void headerIsReplacedWhateverItsCase() {
		ScriptedResponse response = ScriptedResponse.of(200)
			.withBody("text/plain", "ä")
			.withHeader("content-type", "text/html")
			.withHeader("X-One", "1");
		assertThat(response.toApiResponse().headers()).isEqualTo(Map.of("content-type", "text/html", "X-One", "1"));
		assertThat(response.toApiResponse().body()).asString(StandardCharsets.UTF_8).isEqualTo("ä");
	}

	@Test
	void responsesAreImmutable() {
		ScriptedResponse response = ScriptedResponse.of(204);
		response.withHeader("X-One", "1").withBody("text/plain", "one");
		assertThat(response.toApiResponse().headers()).isEmpty();
		assertThat(response.toApiResponse().body()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 100, 199, 600 })
	void statusMustBeFinal(int status) {
		assertThatIllegalArgumentException().isThrownBy(() -> ScriptedResponse.of(status));
	}

	@Test
	void retryAfterIsInWholeSeconds() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ScriptedResponse.tooManyRequests(Duration.ofMillis(1500)));
		assertThatIllegalArgumentException().isThrownBy(() -> ScriptedResponse.tooManyRequests(Duration.ofSeconds(-1)));
	}

}
