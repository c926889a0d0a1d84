package com.scalekit.spring.client.error;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;

import com.scalekit.spring.client.error.ScalekitError.FieldViolation;
import com.scalekit.spring.client.error.ScalekitError.ToolError;

import static org.assertj.core.api.Assertions.assertThat;

class ScalekitErrorDecoderTests {

	private static final ScalekitError NOTHING = new ScalekitError(null, null, null, List.of(), null, null);

	@Test
	void reasonsAreTheFieldsOrTheMessage() {
		FieldViolation email = new FieldViolation("user.email", "must be a valid email", "string.email");
		FieldViolation unknown = new FieldViolation(null, null, null);
		assertThat(new ScalekitError(3, "invalid", null, List.of(email, unknown), null, null).reasons())
			.containsExactly("user.email: must be a valid email", "request: not accepted");
		assertThat(new ScalekitError(6, "already exists", null, List.of(), null, null).reasons())
			.containsExactly("already exists");
		assertThat(NOTHING.reasons()).containsExactly("Scalekit gives no reason");
	}

	@Test
	void readsAnErrorOfTheApi() {
		assertThat(decode("""
				{"code":5,"message":"organization not found","details":[{"@type":"a.b/Other","error_code":"OTHER"},
				{"@type":"a.b/scalekit.v1.errdetails.ErrorInfo","error_code":"NOT_FOUND",
				"request_info":{"request_id":"req_1"}}]}"""))
			.isEqualTo(new ScalekitError(5, "organization not found", "OTHER", List.of(), null, null));
		assertThat(decode("""
				{"code":5,"message":"organization not found","details":[{"@type":"a.b/Other"},
				{"@type":"a.b/scalekit.v1.errdetails.ErrorInfo","error_code":"NOT_FOUND",
				"request_info":{"request_id":"req_1"}}]}"""))
			.isEqualTo(new ScalekitError(5, "organization not found", "NOT_FOUND", List.of(), "req_1", null));
	}

	@Test
	void detailWithAnErrorCodeCounts() {
		ScalekitError error = decode(
				"""
						{"code":16,"details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"OTHER"},
						{"@type":"x","error_code":5},{"error_code":""},{"@type":"type.googleapis.com/scalekit.v1.errdetails.ErrorInfo",
						"error_code":"TOOL_ERROR","request_info":{"request_id":"req_1"}}]}""");
		assertThat(error.isToolError()).isTrue();
		assertThat(error.requestId()).isEqualTo("req_1");
	}

	@Test
	void readsErrorInfoWithoutAnErrorCode() {
		assertThat(decode("""
				{"code":5,"details":[{"@type":"a.b/Other","request_info":{"request_id":"req_0"}},
				{"@type":"a.b/ErrorInfo","request_info":{"request_id":"req_1"}},
				{"@type":"a.c/ErrorInfo","request_info":{"request_id":"req_2"}}]}"""))
			.isEqualTo(new ScalekitError(5, null, null, List.of(), "req_1", null));
	}

	@Test
	void readsAnErrorOfTheTokenEndpoint() {
		assertThat(decode("{\"error\":\"invalid_client\",\"error_description\":\"unknown client\"}"))
			.isEqualTo(new ScalekitError(null, "unknown client", "invalid_client", List.of(), null, null));
	}

	@Test
	void readsFieldViolationsAndToolErrors() {
		ScalekitError error = decode("""
				{"error_code":"INVALID_ARGUMENT","validation_error_info":{"field_violations":[
				{"field":"a","description":"b","constraint":"c"},{"field":"d"}]},
				"tool_error_info":{"execution_id":"e","tool_error_message":"m","tool_error_code":"t"}}""");
		assertThat(error.fieldViolations()).containsExactly(new FieldViolation("a", "b", "c"),
				new FieldViolation("d", null, null));
		assertThat(error.toolError()).isEqualTo(new ToolError("e", "m", "t"));
		assertThat(error.isToolError()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", " ", "null", "[]", "[1]", "42", "\"text\"", "{", "{\"code\":", "<html>", "{\"details\":5}",
					"{\"details\":[null,1,\"x\",[],{}]}", "{\"message\":{},\"code\":\"five\",\"details\":{\"a\":1}}",
					"{\"message\":\"\",\"error_code\":\"\"}", "{\"code\":1e300}", "{\"tool_error_info\":\"x\"}" })
	void readsNothingFromAnythingElse(String body) {
		assertThat(decode(body)).isEqualTo(NOTHING);
	}

	@Test
	void survivesDepthAndInvalidEncoding() {
		assertThat(decode("[".repeat(60_000))).isEqualTo(NOTHING);
		assertThat(ScalekitErrorDecoder.decode(new byte[] { (byte) 0xff, (byte) 0xfe, 0 }, HttpHeaders.EMPTY))
			.isEqualTo(NOTHING);
	}

	private static ScalekitError decode(String body) {
		return ScalekitErrorDecoder.decode(body.getBytes(StandardCharsets.UTF_8), HttpHeaders.EMPTY);
	}

}
