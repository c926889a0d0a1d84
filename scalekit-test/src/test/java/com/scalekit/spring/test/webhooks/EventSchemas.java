package com.scalekit.spring.test.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events as Scalekit's definition of the API has them.
 */
final class EventSchemas {

	private static final JsonNode SCHEMAS = load();

	private EventSchemas() {
	}

	private static JsonNode load() {
		try (InputStream resource = EventSchemas.class.getResourceAsStream("/webhook-schemas.json")) {
			return new JsonMapper().readTree(Objects.requireNonNull(resource).readAllBytes());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static List<String> types() {
		return List.copyOf(SCHEMAS.propertyNames());
	}

	/**
	 * Return what is wrong with an event.
	 */
	static List<String> violations(JsonNode event) {
		JsonNode schema = SCHEMAS.path(event.path("type").asString(""));
		return (schema.isMissingNode()) ? List.of("unknown type") : violations("", schema, event).toList();
	}

	private static Stream<String> violations(String path, JsonNode schema, JsonNode value) {
		if (value.isNull()) {
			return violation(!schema.path("nullable").asBoolean(false), path + " is null");
		}
		return switch (schema.path("type").stringValue()) {
			case "object" -> (value.isObject()) ? object(path, schema, value) : Stream.of(path + " is no object");
			case "array" -> (value.isArray())
					? value.valueStream().flatMap((element) -> violations(path + "[]", schema.get("items"), element))
					: Stream.of(path + " is no list");
			case "boolean" -> violation(!value.isBoolean(), path + " is no boolean");
			case "string" ->
				(value.isString()) ? text(path, schema, value.stringValue()) : Stream.of(path + " is no text");
			default -> Stream.of(path + " has an unknown type");
		};
	}

	private static Stream<String> object(String path, JsonNode schema, JsonNode value) {
		JsonNode properties = schema.path("properties");
		Stream<String> missing = schema.path("required")
			.valueStream()
			.map(JsonNode::stringValue)
			.filter((name) -> !value.has(name))
			.map((name) -> path + "/" + name + " is missing");
		Stream<String> others = value.properties().stream().flatMap((member) -> {
			String name = path + "/" + member.getKey();
			return (properties.has(member.getKey()))
					? violations(name, properties.get(member.getKey()), member.getValue())
					: violation(!schema.path("additionalProperties").asBoolean(false), name + " is unknown");
		});
		return Stream.concat(missing, others);
	}

	private static Stream<String> text(String path, JsonNode schema, String value) {
		List<String> constants = schema.path("enum").valueStream().map(JsonNode::stringValue).toList();
		String pattern = schema.path("pattern").asString("");
		boolean wrong = (!constants.isEmpty() && !constants.contains(value))
				|| !Pattern.compile(pattern).matcher(value).find()
				|| (schema.path("format").asString("").equals("date-time") && !isTime(value));
		return violation(wrong, "%s is '%s'".formatted(path, value));
	}

	private static boolean isTime(String value) {
		try {
			Instant.parse(value);
			return true;
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

	private static Stream<String> violation(boolean violated, String text) {
		return (violated) ? Stream.of(text) : Stream.empty();
	}

}
