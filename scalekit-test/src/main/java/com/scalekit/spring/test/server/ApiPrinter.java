package com.scalekit.spring.test.server;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.api.ApiField;
import com.scalekit.spring.test.api.ApiObject;
import com.scalekit.spring.test.api.ApiTable;
import com.scalekit.spring.test.api.ApiType;

/**
 * Prints objects as the service does: with all members of the table that are always
 * printed, even if nothing is known of them here, and with no others.
 */
public final class ApiPrinter {

	private static final ApiTable TABLE = ApiTable.load();

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private ApiPrinter() {
	}

	/**
	 * Print an object.
	 * @param type the name of the object in the table
	 * @param value what is known of the object, such as a record or a map
	 * @return the JSON of the object
	 * @throws IllegalArgumentException if the value has an unknown constant of an enum
	 */
	public static ObjectNode print(String type, Object value) {
		return print(type, value, Map.of());
	}

	/**
	 * Print an object of several parts.
	 * @param type the name of the object in the table
	 * @param value what is known of the object, such as a record or a map
	 * @param more further members of the object, by their names in JSON
	 * @return the JSON of the object
	 * @throws IllegalArgumentException if the value has an unknown constant of an enum
	 */
	public static ObjectNode print(String type, Object value, Map<String, ?> more) {
		ObjectNode known = Json.readObject(Json.write(value));
		known.setAll(Json.readObject(Json.write(more)));
		return print(TABLE.object(type), known);
	}

	private static ObjectNode print(ApiObject type, JsonNode value) {
		ObjectNode printed = NODES.objectNode();
		for (ApiField field : type.fields()) {
			JsonNode member = value.path(field.name());
			if (!member.isMissingNode() && !member.isNull()) {
				printed.set(field.name(), print(field.type(), member));
			}
			else if (field.isAlwaysPrinted()) {
				printed.set(field.name(), zero(field.type()));
			}
		}
		return printed;
	}

	private static JsonNode print(ApiType type, JsonNode value) {
		if (type.isList()) {
			ArrayNode list = NODES.arrayNode();
			value.forEach((element) -> list.add(print(type.element(), element)));
			return list;
		}
		return switch (type.kind()) {
			case OBJECT -> print(TABLE.object(type.name()), value);
			case INT64 -> NODES.stringNode(value.asString());
			case ENUM -> constant(type, value);
			default -> value;
		};
	}

	private static JsonNode constant(ApiType type, JsonNode value) {
		List<String> constants = TABLE.enumConstants(type.name());
		if (!constants.contains(value.asString())) {
			throw new IllegalArgumentException(
					"%s is none of %s, which are %s".formatted(value, type.name(), constants));
		}
		return value;
	}

	private static JsonNode zero(ApiType type) {
		if (type.isList()) {
			return NODES.arrayNode();
		}
		return switch (type.kind()) {
			case BOOL -> NODES.booleanNode(false);
			case INT32, UINT32, DOUBLE -> NODES.numberNode(0);
			case INT64 -> NODES.stringNode("0");
			case MAP -> NODES.objectNode();
			case ENUM -> {
				List<String> constants = TABLE.enumConstants(type.name());
				yield NODES.stringNode(constants.get(constants.size() - 1));
			}
			default -> NODES.stringNode("");
		};
	}

}
