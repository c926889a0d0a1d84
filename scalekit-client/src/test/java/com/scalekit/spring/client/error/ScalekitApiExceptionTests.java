package com.scalekit.spring.client.error;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClientResponseException;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.error.ScalekitError.FieldViolation;
import com.scalekit.spring.client.error.ScalekitError.ToolError;
import com.scalekit.spring.client.organizations.OrganizationsClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ScalekitApiExceptionTests {

	private static final String TOKEN_EMPTY = """
			{
			    "code": 16,
			    "message": "Token empty",
			    "details":
			    [
			        {
			            "@type": "type.googleapis.com/scalekit.v1.errdetails.ErrorInfo",
			            "error_code": "UNAUTHENTICATED"
			        }
			    ]
			}
			""";

	private final TestApi api = new TestApi();

	private final ScalekitClients scalekit = this.api.clients().maxRetries(0).build();

	private final OrganizationsClient organizations = this.scalekit.create(OrganizationsClient.class);

	@AfterEach
	void close() {
		this.scalekit.close();
		this.api.close();
	}

	@ParameterizedTest
	@CsvSource({ "400, BadRequest", "401, Unauthorized", "403, Forbidden", "404, NotFound", "409, Conflict",
			"429, TooManyRequests", "500, ServerError", "501, ServerError", "502, ServerError", "503, ServerError",
			"504, ServerError", "302, ScalekitApiException", "418, ScalekitApiException", "499, ScalekitApiException",
			"599, ServerError" })
	void eachStatusHasItsType(int status, String type) {
		ScalekitApiException exception = call(jsonResponse("{}", status));
		assertThat(exception).extracting((ex) -> ex.getClass().getSimpleName()).isEqualTo(type);
		assertThat(exception.getStatusCode().value()).isEqualTo(status);
		assertThat(exception).isInstanceOf(WebClientResponseException.class)
			.isNotInstanceOf(ErrorResponse.class)
			.hasMessageStartingWith(status + " ")
			.hasMessageContaining("GET " + this.api.url() + "/api/v1/organizations/org_1");
	}

	@Test
	void readsTheErrorOfTheApiGuide() {
		ScalekitApiException exception = call(jsonResponse(TOKEN_EMPTY, 401));
		assertThat(exception).isInstanceOf(ScalekitApiException.Unauthorized.class);
		assertThat(exception.getError())
			.isEqualTo(new ScalekitError(16, "Token empty", "UNAUTHENTICATED", List.of(), null, null));
		assertThat(exception).hasMessageContaining("Token empty [UNAUTHENTICATED]");
	}

	@ParameterizedTest
	@CsvSource({ "401, A new access token did not help; check that the client's credentials",
			"403, Check the scopes of the client's credentials", "429, Call again after a cool-off period",
			"307, check the environment URL" })
	void messageCarriesAdvice(int status, String advice) {
		assertThat(call(jsonResponse("{}", status))).hasMessageContaining(advice);
	}

	@Test
	void readsAllPartsOfAnError() {
		ScalekitApiException exception = call(jsonResponse("""
				{"code":3,"message":"Validation error","details":[{"@type":"type.googleapis.com/google.rpc.Help"},
				{"@type":"type.googleapis.com/scalekit.v1.errdetails.ErrorInfo","error_code":"INVALID_ARGUMENT",
				"request_info":{"request_id":"req_1"},"validation_error_info":{"field_violations":[
				{"field":"organization.display_name","description":"too long","constraint":"string.max_len"}]}}]}""",
				400));
		assertThat(exception.getError()).isEqualTo(new ScalekitError(3, "Validation error", "INVALID_ARGUMENT",
				List.of(new FieldViolation("organization.display_name", "too long", "string.max_len")), "req_1", null));
		assertThat(exception).hasMessageEndingWith(
				"Validation error; organization.display_name: too long [INVALID_ARGUMENT] (request id req_1)");
	}

	@Test
	void messageLeavesTheQueryOut() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(jsonResponse("{}", 403)));
		ScalekitApiException exception = catchThrowableOfType(ScalekitApiException.class,
				() -> this.organizations.list(10, "jane@acme.com"));
		assertThat(exception).hasMessageStartingWith(
				"403 Forbidden from GET " + this.api.url() + "/api/v1/organizations. Check the scopes");
	}

	@Test
	void messageIsASingleLineOfLimitedLength() {
		String text = "\"x\\r\\ny\\u0000\\u2028" + "z".repeat(2000) + "\"";
		String violation = "{\"field\":%1$s,\"description\":%1$s}".formatted(text);
		ScalekitApiException exception = call(jsonResponse("""
				{"message":%1$s,"error_code":%1$s,"request_info":{"request_id":%1$s},
				"validation_error_info":{"field_violations":[%2$s]}}""".formatted(text,
				String.join(",", Collections.nCopies(12, violation))), 400));
		assertThat(exception.getMessage()).contains(": x y z", "; x y z", "[x y z", "request id x y z", "; and 2 more")
			.hasSizeLessThan(4000)
			.matches("[^\\p{Cc}\\p{Zl}\\p{Zp}]+");
		assertThat(exception.getError().fieldViolations()).hasSize(12);
	}

	@Test
	void messageNamesWhatIsKnownOfAFieldViolation() {
		assertThat(call(jsonResponse("""
				{"message":"Invalid","validation_error_info":{"field_violations":[{},{"field":"slug"},
				{"description":"too long"},{"field":"name","description":"empty"}]}}""", 400)))
			.hasMessageEndingWith(": Invalid; slug; too long; name: empty");
	}

	@ParameterizedTest
	@CsvSource({ "302, false", "404, false", "429, false", "500, true", "503, true", "599, true" })
	void failureOfTheServerMayHaveBeenExecuted(int status, boolean possiblyExecuted) {
		assertThat(call(jsonResponse("{}", status)).isPossiblyExecuted()).isEqualTo(possiblyExecuted);
	}

	@Test
	void responseIsReadForASingleAttemptUnlessSaidOtherwise() {
		ClientResponse response = ClientResponse.create(HttpStatus.SERVICE_UNAVAILABLE).body("{}").build();
		assertThat(ScalekitApiException.from(response).block()).satisfies((exception) -> {
			assertThat(exception.getAttempts()).isEqualTo(1);
			assertThat(exception.getElapsed()).isZero();
			assertThat(exception.isPossiblyExecuted()).isTrue();
		});
	}

	@Test
	void readsErrorInfoWithoutEnvelope() {
		assertThat(call(jsonResponse("""
				{"error_code":"INVALID_ARGUMENT","request_info":{"request_id":"req_1"}}""", 400)).getError())
			.isEqualTo(new ScalekitError(null, null, "INVALID_ARGUMENT", List.of(), "req_1", null));
	}

	@Test
	void readsTheFailureOfAProvider() {
		ScalekitApiException exception = call(jsonResponse("""
				{"code":16,"details":[{"error_code":"TOOL_ERROR","tool_error_info":{"execution_id":"e1",
				"tool_error_message":"denied","tool_error_code":"UNAUTHORIZED"}}]}""", 401));
		assertThat(exception.getError().isToolError()).isTrue();
		assertThat(exception.getError().toolError()).isEqualTo(new ToolError("e1", "denied", "UNAUTHORIZED"));
		assertThat(exception).hasMessageNotContaining("credentials");
	}

	@Test
	void takesTheRequestIdFromTheHeaderIfTheBodyHasNone() {
		assertThat(call(aResponse().withStatus(502).withHeader("X-Request-Id", "req_2")).getError().requestId())
			.isEqualTo("req_2");
	}

	@Test
	void htmlOfAProxyKeepsTheStatus() {
		ScalekitApiException exception = call(aResponse().withStatus(503)
			.withHeader("Content-Type", "text/html")
			.withBody("<html>Service unavailable</html>"));
		assertThat(exception).isInstanceOf(ScalekitApiException.ServerError.class);
		assertThat(exception.getStatusCode().value()).isEqualTo(503);
		assertThat(exception.getResponseBodyAsString()).isEqualTo("<html>Service unavailable</html>");
		assertThat(exception.getError()).isEqualTo(new ScalekitError(null, null, null, List.of(), null, null));
	}

	static Stream<String> strangeBodies() {
		return Stream.of("", "null", "[]", "42", "\"text\"", "{", "{\"code\":", "[".repeat(60_000),
				"{\"code\":\"five\",\"message\":{},\"details\":\"x\"}", "{\"code\":1e300,\"details\":{\"a\":[1,[2]]}}",
				"{\"message\":null,\"details\":null}", "{\"details\":[null,1,\"x\",[],{}]}",
				"{\"details\":[" + "{\"@type\":\"x\"},".repeat(10_000) + "{}]}", "x".repeat(5_000_000),
				"{\"details\":[{\"error_code\":5,\"validation_error_info\":{\"field_violations\":[1,{}]}}]}");
	}

	@ParameterizedTest
	@MethodSource("strangeBodies")
	void anyBodyLeavesTheStatus(String body) {
		ScalekitApiException exception = call(
				aResponse().withStatus(500).withHeader("Content-Type", "application/json").withBody(body));
		assertThat(exception).isInstanceOf(ScalekitApiException.ServerError.class);
		assertThat(exception.getResponseBodyAsByteArray().length).isLessThanOrEqualTo(64 * 1024);
	}

	@ParameterizedTest
	@ValueSource(strings = { "not a mime type", "/", "application/json;charset=nonsense" })
	void anyContentTypeLeavesTheStatus(String contentType) {
		assertThat(call(aResponse().withStatus(500).withHeader("Content-Type", contentType).withBody("{}")))
			.isInstanceOf(ScalekitApiException.ServerError.class);
	}

	@Test
	void bodyCanBeReadAsJson() {
		JsonNode body = call(jsonResponse(TOKEN_EMPTY, 401)).getResponseBodyAs(JsonNode.class);
		assertThat(body.get("code").intValue()).isEqualTo(16);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "2 | PT2S", "0 | PT0S", "Thu, 01 Jan 1970 00:00:00 GMT | PT0S", "-1 |",
			"soon |", "'' |", "99999999999999999999 |" })
	void tellsHowLongToWait(String header, Duration expected) {
		ScalekitApiException exception = call(jsonResponse("{}", 429).withHeader("Retry-After", header));
		assertThat(exception).isInstanceOfSatisfying(ScalekitApiException.TooManyRequests.class,
				(ex) -> assertThat(ex.getRetryAfter()).isEqualTo(expected));
	}

	private ScalekitApiException call(ResponseDefinitionBuilder response) {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(response));
		return catchThrowableOfType(ScalekitApiException.class, () -> this.organizations.get("org_1"));
	}

}
