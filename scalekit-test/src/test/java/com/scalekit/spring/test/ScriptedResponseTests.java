package com.scalekit.spring.test;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.test.TestClient.Response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ScriptedResponseTests {

	private static final ScalekitServer server = ScalekitServer.start();

	private final TestClient client = TestClient.withoutToken(server);

	@AfterAll
	static void closeServer() {
		server.close();
	}

	@ParameterizedTest
	@MethodSource("errors")
	void errorHasBodyOfScalekit(ScriptedResponse error, int status, int code, String errorCode) {
		ResponseAssert.assertThat(get(error)).isError(status, code, errorCode);
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
		Response response = get(ScriptedResponse.badGateway());
		assertThat(response.status()).isEqualTo(502);
		assertThat(response.header("Content-Type")).isEqualTo("text/html");
		assertThat(response.body()).startsWith("<html>");
	}

	@Test
	void headerIsReplacedWhateverItsCase() {
		Response response = get(ScriptedResponse.of(200)
			.withBody("text/plain", "ä")
			.withHeader("content-type", "text/html")
			.withHeader("X-One", "1"));
		assertThat(response.headers().allValues("Content-Type")).containsExactly("text/html");
		assertThat(response.headers().allValues("X-One")).containsExactly("1");
		assertThat(response.body()).isEqualTo("ä");
	}

	@Test
	void responsesAreImmutable() {
		ScriptedResponse response = ScriptedResponse.of(200);
		response.withHeader("X-One", "1").withBody("text/plain", "one");
		assertThat(get(response).header("X-One")).isEmpty();
		assertThat(get(response).body()).isEmpty();
	}

	private Response get(ScriptedResponse response) {
		server.next("GET /api/v1/organizations").respondsWith(response);
		return this.client.unchecked().get("/api/v1/organizations");
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
