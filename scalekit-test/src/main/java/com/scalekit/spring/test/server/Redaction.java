package com.scalekit.spring.test.server;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.api.ApiField;
import com.scalekit.spring.test.api.ApiObject;
import com.scalekit.spring.test.api.ApiOperation;
import com.scalekit.spring.test.api.ApiRequestBody;
import com.scalekit.spring.test.api.ApiTable;
import com.scalekit.spring.test.api.ApiType;
import com.scalekit.spring.test.api.ApiType.Kind;

/**
 * Takes secrets out of requests.
 */
public final class Redaction {

	private static final String REPLACEMENT = "***";

	private final ApiTable table = ApiTable.load();

	/**
	 * Create a redaction by the table of the API.
	 */
	public Redaction() {
	}

	/**
	 * Return a body that may be kept. In one that may have secrets, unknown members might
	 * be some, too; and nothing is left of what is no JSON.
	 * @param operation the operation
	 * @param body the body as it was sent
	 * @return the body as it was sent, or without secrets
	 */
	public String body(ApiOperation operation, byte[] body) {
		ApiRequestBody request = operation.request();
		if (body.length == 0 || request == null || !hasSecrets(request.object())) {
			return new String(body, StandardCharsets.UTF_8);
		}
		try {
			return redact(request.object(), Json.readObject(body)).toString();
		}
		catch (ApiException ex) {
			return "";
		}
	}

	private boolean hasSecrets(ApiObject object) {
		return object.fields()
			.stream()
			.anyMatch((field) -> field.isSecret()
					|| (field.type().kind() == Kind.OBJECT && hasSecrets(this.table.object(field.type().name()))));
	}

	private ObjectNode redact(ApiObject type, ObjectNode json) {
		ObjectNode redacted = json.objectNode();
		json.properties()
			.forEach((member) -> type.field(member.getKey())
				.filter((field) -> !field.isSecret())
				.ifPresentOrElse((field) -> redacted.set(member.getKey(), redact(field.type(), member.getValue())),
						() -> redacted.put(member.getKey(), REPLACEMENT)));
		return redacted;
	}

	private JsonNode redact(ApiType type, JsonNode json) {
		if (type.kind() == Kind.OBJECT && json instanceof ObjectNode object) {
			return redact(this.table.object(type.name()), object);
		}
		if (type.kind() == Kind.OBJECT && json instanceof ArrayNode list) {
			ArrayNode redacted = list.arrayNode();
			list.forEach((element) -> redacted.add(redact(type, element)));
			return redacted;
		}
		return json;
	}

	/**
	 * Return query parameters that may be kept.
	 * @param operation the operation
	 * @param parameters the parameters as they were sent
	 * @return the parameters without secrets
	 */
	public Map<String, List<String>> parameters(ApiOperation operation, Map<String, List<String>> parameters) {
		Map<String, List<String>> redacted = new LinkedHashMap<>(parameters);
		operation.queryParameters()
			.stream()
			.filter(ApiField::isSecret)
			.forEach((field) -> redacted.computeIfPresent(field.name(),
					(name, values) -> values.stream().map((value) -> REPLACEMENT).toList()));
		return redacted;
	}

}
