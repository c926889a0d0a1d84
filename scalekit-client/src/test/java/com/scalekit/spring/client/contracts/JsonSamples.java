package com.scalekit.spring.client.contracts;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.api.ApiField;
import com.scalekit.spring.test.api.ApiObject;
import com.scalekit.spring.test.api.ApiTable;
import com.scalekit.spring.test.api.ApiType;

/**
 * Responses that are made of the table of the API.
 */
public enum JsonSamples {

	/**
	 * Every member has a value.
	 */
	COMPLETE,

	/**
	 * What may be left out is left out, and the rest has its default.
	 */
	DEFAULTS,

	/**
	 * Everything is left out but identifiers and what makes a link.
	 */
	MINIMAL,

	/**
	 * There are members, constants and elements that nobody has heard of.
	 */
	UNKNOWN;

	/** What is never left out of an object that is of any use. */
	private static final Set<String> ESSENTIAL = Set.of("id", "token_id", "organization_id");

	/** What each value begins with that must not be shown to anybody. */
	static final String SECRET = "secret-";

	private static final ApiTable TABLE = ApiTable.load();

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	/**
	 * Return a sample of the response to an operation.
	 * @param response the response
	 * @return the sample, with all members of the response itself
	 */
	public ObjectNode response(ApiObject response) {
		ObjectNode sample = NODES.objectNode();
		response.fields().forEach((field) -> sample.set(field.name(), value(field)));
		return sample;
	}

	private ObjectNode object(ApiObject object) {
		ObjectNode sample = NODES.objectNode();
		object.fields()
			.stream()
			.filter((field) -> isPresent(object, field))
			.forEach((field) -> sample.set(field.name(), value(field)));
		if (this == UNKNOWN) {
			sample.putObject("unheard_of").putArray("a").add(1);
		}
		return sample;
	}

	private boolean isPresent(ApiObject object, ApiField field) {
		return switch (this) {
			case COMPLETE, UNKNOWN -> true;
			case DEFAULTS -> field.isAlwaysPrinted() || object.name().equals("Link");
			case MINIMAL -> ESSENTIAL.contains(field.name()) || object.name().equals("Link");
		};
	}

	private JsonNode value(ApiField field) {
		String name = field.isSecret() ? SECRET + field.name() : field.name();
		ApiType type = field.type();
		if (!type.isList()) {
			return (this == DEFAULTS && !name.equals("id")) ? defaultValue(type) : element(name, type);
		}
		ArrayNode list = NODES.arrayNode();
		if (this == COMPLETE || this == UNKNOWN) {
			list.add(element(name, type));
		}
		if (this == UNKNOWN) {
			list.addNull();
		}
		return list;
	}

	private JsonNode element(String name, ApiType type) {
		return switch (type.kind()) {
			case STRING -> NODES.stringNode(text(name, type));
			case BOOL -> NODES.booleanNode(true);
			case INT32, UINT32 -> NODES.numberNode(name.length());
			case INT64 -> NODES.stringNode(name.equals("expires_at") ? "1742478946" : "90000" + name.length());
			case DOUBLE -> NODES.numberNode(1.5);
			case TIMESTAMP -> NODES.stringNode("2025-03-20T13:55:46.69" + name.length() % 10 + "Z");
			case DURATION -> NODES.stringNode(name.length() + "s");
			case BASE64 -> NODES.stringNode("Y3JlZA==");
			case JSON -> json(name);
			case MAP -> NODES.objectNode().put("key", "value of " + name);
			case OBJECT -> object(TABLE.object(type.name()));
			case ENUM ->
				NODES.stringNode((this == UNKNOWN) ? "UNHEARD_OF" : TABLE.documentedEnumConstants(type.name()).get(0));
		};
	}

	private static ObjectNode json(String name) {
		ObjectNode json = NODES.objectNode();
		json.putObject("a").putArray("b").add(1).addNull().add(name).addObject().put("d", true);
		return json;
	}

	private String text(String name, ApiType type) {
		List<String> allowed = type.text().allowed();
		if (allowed.isEmpty()) {
			return "a-" + name;
		}
		return (this == UNKNOWN) ? "UNHEARD_OF" : allowed.get(0);
	}

	private JsonNode defaultValue(ApiType type) {
		return switch (type.kind()) {
			case STRING, BASE64 -> NODES.stringNode("");
			case BOOL -> NODES.booleanNode(false);
			case INT32, UINT32, DOUBLE -> NODES.numberNode(0);
			case INT64 -> NODES.stringNode("0");
			case MAP -> NODES.objectNode();
			case ENUM -> NODES.stringNode(zero(type));
			case OBJECT, TIMESTAMP, DURATION, JSON -> element("", type);
		};
	}

	private static String zero(ApiType type) {
		List<String> constants = TABLE.enumConstants(type.name());
		return constants.get(constants.size() - 1);
	}

	/**
	 * Return whether a member has the same value in a sample and in what was made of it,
	 * however numbers, times and durations are spelt.
	 * @param node the JSON
	 * @return the JSON in one spelling
	 */
	public static JsonNode normalized(JsonNode node) {
		if (node.isObject()) {
			ObjectNode normalized = NODES.objectNode();
			node.properties().forEach((member) -> normalized.set(member.getKey(), normalized(member.getValue())));
			return normalized;
		}
		if (node.isArray()) {
			ArrayNode normalized = NODES.arrayNode();
			node.forEach((element) -> normalized.add(normalized(element)));
			return normalized;
		}
		if (node.isNumber()) {
			return NODES.stringNode(node.asString());
		}
		return node.isString() ? NODES.stringNode(normalized(node.stringValue())) : node;
	}

	private static String normalized(String text) {
		return text.equals("2025-03-20T13:55:46Z") ? "1742478946" : text.replaceFirst("^(\\d+)s$", "$1");
	}

}
