package com.scalekit.spring.test.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.api.ApiField;
import com.scalekit.spring.test.api.ApiObject;
import com.scalekit.spring.test.api.ApiTable;
import com.scalekit.spring.test.api.ApiType;

/**
 * Reads what the table knows of a body, as strict about types as protobuf JSON is:
 * numbers may be strings, {@code null} is the same as absent, and nothing else is
 * forgiven.
 */
final class BodyReader {

	private static final Pattern DURATION = Pattern.compile("(-?)(\\d{1,12})(?:\\.(\\d{1,9}))?s");

	private static final long UINT32_MAX = 0xFFFF_FFFFL;

	private final ApiTable table;

	BodyReader(ApiTable table) {
		this.table = table;
	}

	/**
	 * The members that are known and not {@code null}, in the order of the table.
	 */
	Members read(String path, ApiObject type, JsonNode json) {
		if (!json.isObject()) {
			throw malformed(path);
		}
		Map<ApiField, Object> values = new LinkedHashMap<>();
		for (ApiField field : type.fields()) {
			JsonNode value = json.get(field.name());
			if (value != null && !value.isNull()) {
				values.put(field, read(path(path, field), field.type(), value));
			}
		}
		return new Members(values, (ObjectNode) json);
	}

	static String path(String parent, ApiField field) {
		return (parent.isEmpty()) ? field.name() : parent + "." + field.name();
	}

	private Object read(String path, ApiType type, JsonNode json) {
		if (type.isList()) {
			return readList(path, type.element(), json);
		}
		Object value = switch (type.kind()) {
			case STRING -> (json.isString()) ? json.stringValue() : null;
			case BOOL -> (json.isBoolean()) ? Boolean.valueOf(json.booleanValue()) : null;
			case INT32 -> number(json, Integer.MIN_VALUE, Integer.MAX_VALUE);
			case UINT32 -> number(json, 0, UINT32_MAX);
			case INT64 -> number(json, Long.MIN_VALUE, Long.MAX_VALUE);
			case DOUBLE -> (json.isNumber()) ? Double.valueOf(json.doubleValue()) : null;
			case TIMESTAMP -> (json.isString()) ? ParameterValues.toInstant(json.stringValue()) : null;
			case DURATION -> (json.isString()) ? duration(json.stringValue()) : null;
			case BASE64 -> (json.isString() && isBase64(json.stringValue())) ? json.stringValue() : null;
			case JSON -> (json.isObject()) ? json : null;
			case MAP -> readMap(path, json);
			case OBJECT -> read(path, this.table.object(type.name()), json);
			case ENUM -> constant(type, json);
		};
		if (value == null) {
			throw malformed(path);
		}
		return value;
	}

	private List<Object> readList(String path, ApiType element, JsonNode json) {
		if (!json.isArray()) {
			throw malformed(path);
		}
		List<Object> list = new ArrayList<>();
		for (JsonNode value : json) {
			list.add(read("%s[%d]".formatted(path, list.size()), element, value));
		}
		return list;
	}

	private static Map<String, String> readMap(String path, JsonNode json) {
		if (!json.isObject()) {
			throw malformed(path);
		}
		Map<String, String> map = new LinkedHashMap<>();
		json.properties().forEach((member) -> {
			if (!member.getValue().isString()) {
				throw malformed("%s[\"%s\"]".formatted(path, member.getKey()));
			}
			map.put(member.getKey(), member.getValue().stringValue());
		});
		return map;
	}

	private static @Nullable Long number(JsonNode json, long min, long max) {
		if (json.isString()) {
			return ParameterValues.toNumber(json.stringValue(), min, max);
		}
		return (json.isIntegralNumber()) ? ParameterValues.toNumber(json.asString(), min, max) : null;
	}

	private static @Nullable Duration duration(String text) {
		Matcher matcher = DURATION.matcher(text);
		if (!matcher.matches()) {
			return null;
		}
		String fraction = (matcher.group(3) != null) ? matcher.group(3) : "";
		Duration duration = Duration.ofSeconds(Long.parseLong(matcher.group(2)),
				Long.parseLong(fraction + "0".repeat(9 - fraction.length())));
		return (matcher.group(1).isEmpty()) ? duration : duration.negated();
	}

	private static boolean isBase64(String text) {
		try {
			Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private @Nullable Object constant(ApiType type, JsonNode json) {
		if (type.definedOnly() && json.isIntegralNumber()) {
			return json.longValue();
		}
		return (json.isString() && this.table.enumConstants(type.name()).contains(json.stringValue()))
				? json.stringValue() : null;
	}

	private static ApiException malformed(String path) {
		return ApiException
			.invalidArgument((path.isEmpty()) ? "unexpected token" : "invalid value for field %s".formatted(path));
	}

	/**
	 * What was read of an object.
	 *
	 * @param values the values
	 * @param json what they were read from
	 */
	record Members(Map<ApiField, Object> values, ObjectNode json) {

		/**
		 * What a request may set.
		 */
		ObjectNode writable() {
			ObjectNode writable = this.json.objectNode();
			this.values.forEach((field, value) -> {
				if (!field.isReadOnly()) {
					writable.set(field.name(), writable(value, this.json.get(field.name())));
				}
			});
			return writable;
		}

		private static JsonNode writable(Object value, JsonNode json) {
			if (value instanceof Members members) {
				return members.writable();
			}
			if (value instanceof List<?> list) {
				ArrayNode array = ((ArrayNode) json).arrayNode();
				for (int i = 0; i < list.size(); i++) {
					array.add(writable(list.get(i), json.get(i)));
				}
				return array;
			}
			return json;
		}

	}

}
