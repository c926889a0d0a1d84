package com.scalekit.spring.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A complete payload of each type of event that Scalekit documents, and which members of
 * its data are required.
 */
final class EventSamples {

	private static final Map<String, Sample> SAMPLES = load();

	private EventSamples() {
	}

	static Stream<Sample> all() {
		return SAMPLES.values().stream();
	}

	static Sample of(String type) {
		return SAMPLES.get(type);
	}

	private static Map<String, Sample> load() {
		try (InputStream resource = EventSamples.class.getResourceAsStream("/events.json")) {
			Map<String, Sample> samples = new TreeMap<>();
			new JsonMapper().readTree(resource)
				.properties()
				.forEach((entry) -> samples.put(entry.getKey(), sample(entry.getKey(), entry.getValue())));
			return samples;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Sample sample(String type, JsonNode json) {
		return new Sample(type, (ObjectNode) json.get("payload"),
				json.get("requiredData").valueStream().map(JsonNode::stringValue).toList());
	}

	record Sample(String type, ObjectNode payload, List<String> requiredData) {

		/**
		 * A payload that has only what is required.
		 */
		ObjectNode minimalPayload() {
			ObjectNode minimal = this.payload.deepCopy();
			minimal.remove(List.of("organization_id", "display_name"));
			((ObjectNode) minimal.get("data")).retain(this.requiredData);
			return minimal;
		}

		static byte[] bytes(JsonNode payload) {
			return payload.toString().getBytes(StandardCharsets.UTF_8);
		}

		@Override
		public String toString() {
			return this.type;
		}

	}

}
