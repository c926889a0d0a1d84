package com.scalekit.spring.test.webhooks;

import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.server.Json;

/**
 * A type of event that Scalekit has published, with data that it might send.
 *
 * @param name the name of the type
 * @param object what the data is about
 * @param organization the path to the id of the organization in the data, or nothing
 * @param sample the data
 */
record EventType(String name, String object, String organization, ObjectNode sample) {

	private static final Map<String, EventType> PUBLISHED = load();

	private static Map<String, EventType> load() {
		ObjectNode samples = Json.readResource(EventType.class, "events.json");
		Map<String, EventType> types = new TreeMap<>();
		samples.get("types").properties().forEach((entry) -> {
			JsonNode type = entry.getValue();
			ObjectNode data = ((ObjectNode) samples.get("data").get(type.get("data").stringValue())).deepCopy();
			type.path("changes").properties().forEach((change) -> data.set(change.getKey(), change.getValue()));
			types.put(entry.getKey(), new EventType(entry.getKey(), type.get("object").stringValue(),
					type.get("organization").stringValue(), data));
		});
		return Map.copyOf(types);
	}

	static EventType published(String name) {
		EventType type = PUBLISHED.get(name);
		if (type == null) {
			throw new IllegalArgumentException("'%s' is none of the types of events that Scalekit has published: %s"
				.formatted(name, PUBLISHED.keySet().stream().sorted().toList()));
		}
		return type;
	}

	static EventType unpublished(String name, String object) {
		return new EventType(name, object, "", JsonNodeFactory.instance.objectNode());
	}

}
