package com.scalekit.spring.client.error;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;

import com.scalekit.spring.client.error.ScalekitError.FieldViolation;
import com.scalekit.spring.client.error.ScalekitError.ToolError;

/**
 * Reads what it can from an error response and never fails: the status of the response
 * must reach the caller whatever the body looks like. It knows the errors of the REST API
 * and those of the token endpoint (RFC 6749).
 */
final class ScalekitErrorDecoder {

	private static final String REQUEST_ID_HEADER = "X-Request-Id";

	private static final JsonMapper MAPPER = new JsonMapper();

	private ScalekitErrorDecoder() {
	}

	static ScalekitError decode(byte[] body, HttpHeaders headers) {
		JsonNode status = parse(body);
		JsonNode info = errorInfo(status);
		String requestId = text(info.path("request_info").path("request_id"));
		return new ScalekitError(code(status), firstText(status.path("message"), status.path("error_description")),
				firstText(info.path("error_code"), status.path("error")), fieldViolations(info),
				(requestId != null) ? requestId : headers.getFirst(REQUEST_ID_HEADER), toolError(info));
	}

	private static JsonNode parse(byte[] body) {
		try {
			return MAPPER.readTree(body);
		}
		catch (JacksonException ex) {
			return MAPPER.missingNode();
		}
	}

	/**
	 * Other parties add details, too, some of them under the name of {@code ErrorInfo}.
	 */
	private static JsonNode errorInfo(JsonNode status) {
		JsonNode info = status;
		for (JsonNode detail : status.path("details")) {
			if (text(detail.path("error_code")) != null) {
				return detail;
			}
			if (info == status && detail.path("@type").asString("").endsWith("ErrorInfo")) {
				info = detail;
			}
		}
		return info;
	}

	private static @Nullable Integer code(JsonNode status) {
		JsonNode code = status.path("code");
		return code.canConvertToInt() ? Integer.valueOf(code.intValue()) : null;
	}

	private static List<FieldViolation> fieldViolations(JsonNode info) {
		List<FieldViolation> violations = new ArrayList<>();
		for (JsonNode violation : info.path("validation_error_info").path("field_violations")) {
			violations.add(new FieldViolation(text(violation.path("field")), text(violation.path("description")),
					text(violation.path("constraint"))));
		}
		return List.copyOf(violations);
	}

	private static @Nullable ToolError toolError(JsonNode info) {
		JsonNode toolError = info.path("tool_error_info");
		return toolError.isObject() ? new ToolError(text(toolError.path("execution_id")),
				text(toolError.path("tool_error_message")), text(toolError.path("tool_error_code"))) : null;
	}

	private static @Nullable String firstText(JsonNode first, JsonNode second) {
		String text = text(first);
		return (text != null) ? text : text(second);
	}

	private static @Nullable String text(JsonNode node) {
		return (node.isString() && !node.stringValue().isEmpty()) ? node.stringValue() : null;
	}

}
