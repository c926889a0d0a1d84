package com.scalekit.spring.client.http;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Shows how the client writes JSON.
 */
public final class TestJson {

	private TestJson() {
	}

	public static JsonNode write(Object value) {
		return ScalekitJson.MAPPER.valueToTree(value);
	}

	public static Map<String, @Nullable Object> members(JsonObject<?> object) {
		return object.members();
	}

}
