package com.scalekit.spring.test.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/**
 * The JSON of the service: snake_case names, and as strict about types as protobuf JSON
 * is. Unknown members of requests are ignored, as grpc-gateway does unless told
 * otherwise: the API has more members than are known here.
 */
public final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.changeDefaultNullHandling((nulls) -> nulls.withContentNulls(Nulls.FAIL))
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
		.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
		.withCoercionConfig(LogicalType.Textual,
				(config) -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
		.withCoercionConfig(LogicalType.Boolean,
				(config) -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
		.withCoercionConfig(LogicalType.Integer,
				(config) -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
		.build();

	private static final JsonMapper STRICT_MAPPER = MAPPER.rebuild()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private static final byte[] EMPTY_OBJECT = { '{', '}' };

	private Json() {
	}

	/**
	 * Write a value.
	 * @param value the value
	 * @return the JSON, in UTF-8
	 */
	public static byte[] write(Object value) {
		return MAPPER.writeValueAsBytes(value);
	}

	/**
	 * Read a request body. A missing one is an empty object.
	 */
	static <T> T read(byte[] json, Class<T> type) {
		return read(MAPPER, (json.length > 0) ? json : EMPTY_OBJECT, type);
	}

	/**
	 * Read an object of any members, such as a request body. A missing one is an empty
	 * object.
	 * @param json the JSON
	 * @return the object
	 * @throws ApiException if the JSON is something else
	 */
	public static ObjectNode readObject(byte[] json) {
		JsonNode value = read(MAPPER, (json.length > 0) ? json : EMPTY_OBJECT, JsonNode.class);
		if (!(value instanceof ObjectNode object)) {
			throw ApiException.invalidArgument("unexpected token");
		}
		return object;
	}

	/**
	 * Read an object that is a resource of a class.
	 * @param owner the class
	 * @param name the name of the resource, next to the class
	 * @return the object
	 */
	public static ObjectNode readResource(Class<?> owner, String name) {
		try (InputStream resource = owner.getResourceAsStream(name)) {
			return readStrictly(Objects.requireNonNull(resource).readAllBytes(), ObjectNode.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the JSON of a value.
	 * @param value the value, may be {@code null}
	 * @return the JSON
	 */
	public static JsonNode node(@Nullable Object value) {
		return (value != null) ? MAPPER.readTree(write(value)) : MAPPER.getNodeFactory().nullNode();
	}

	/**
	 * Return an object of any members as a map of strings, numbers, booleans, lists, maps
	 * and {@code null}.
	 * @param object the JSON
	 * @return the members in their order, none if the JSON is no object
	 */
	public static Map<String, Object> toMap(JsonNode object) {
		Map<String, Object> map = new LinkedHashMap<>();
		object.properties().forEach((member) -> map.put(member.getKey(), toValue(member.getValue())));
		return Collections.unmodifiableMap(map);
	}

	@SuppressWarnings("NullAway") // NullAway cannot tell that the map may hold null
	private static Object toValue(JsonNode value) {
		if (value.isObject()) {
			return toMap(value);
		}
		if (value.isArray()) {
			return value.valueStream().map(Json::toValue).toList();
		}
		return MAPPER.treeToValue(value, Object.class);
	}

	/**
	 * Return some of the members of a value, as far as they are set.
	 * @param value the value, such as a record
	 * @param members the names of the members in JSON
	 * @return an object with these members
	 */
	public static ObjectNode select(Object value, String... members) {
		ObjectNode selected = readObject(write(value)).retain(members);
		selected.removeIf(JsonNode::isNull);
		return selected;
	}

	/**
	 * Apply what a PATCH sends: members that are there replace those of the value, lists
	 * and maps as a whole, but records are merged member by member. An empty string
	 * clears what may be {@code null}.
	 * @param current the value, a record
	 * @param changes the members to change, such as {@link ApiRequest#json()}
	 * @param <T> the type of the value
	 * @return a new value
	 */
	public static <T extends Record> T merge(T current, ObjectNode changes) {
		return RecordChanges.of(current).merge(changes, MAPPER);
	}

	/**
	 * Change members of a value.
	 * @param current the value, a record
	 * @param members the values of members, by their names in JSON
	 * @param <T> the type of the value
	 * @return a new value
	 * @throws IllegalArgumentException if there is no such member
	 */
	public static <T extends Record> T with(T current, Map<String, ? extends @Nullable Object> members) {
		return RecordChanges.of(current).with(members);
	}

	/**
	 * Read what a test has written. Unknown members are refused, as they are mistakes.
	 * @param json the JSON
	 * @param type the type to read
	 * @param <T> the type to read
	 * @return the value
	 */
	public static <T> T readStrictly(byte[] json, Class<T> type) {
		return read(STRICT_MAPPER, json, type);
	}

	private static <T> T read(JsonMapper mapper, byte[] json, Class<T> type) {
		try {
			T value = mapper.readValue(json, type);
			if (value == null) {
				throw ApiException.invalidArgument("unexpected token null");
			}
			return value;
		}
		catch (UnrecognizedPropertyException ex) {
			throw ApiException.invalidArgument("unknown field \"%s\"".formatted(ex.getPropertyName()));
		}
		catch (DatabindException ex) {
			throw ApiException.invalidArgument("invalid value for field %s".formatted(path(ex)));
		}
		catch (JacksonException ex) {
			throw ApiException.invalidArgument("syntax error in line %d, column %d"
				.formatted(ex.getLocation().getLineNr(), ex.getLocation().getColumnNr()));
		}
	}

	private static String path(DatabindException ex) {
		return ex.getPath()
			.stream()
			.map((reference) -> (reference.getPropertyName() != null) ? reference.getPropertyName()
					: "[%d]".formatted(reference.getIndex()))
			.collect(Collectors.joining("."));
	}

}
