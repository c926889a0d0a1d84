package com.scalekit.spring.webhooks.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON as Scalekit sends it. The way the application around it reads and writes JSON does
 * not change it.
 * <p>
 * Only what is {@code @Nullable} may be {@code null}. Where Scalekit sends nothing, a
 * text, a list or a map is empty, and a number zero. A list has no {@code null} elements,
 * and an enum constant this version does not know is {@code UNKNOWN}. Lists and maps
 * cannot be changed.
 */
public final class InboundJson {

	private static final int MAX_DEPTH = 100;

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.build())
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
		.enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE, EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.withCoercionConfig(LogicalType.Enum,
				(coercion) -> coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.AsEmpty))
		.withConfigOverride(List.class,
				(lists) -> lists.setNullHandling(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.SKIP)))
		.withConfigOverride(Map.class, (maps) -> maps.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
		.annotationIntrospector(new NullnessIntrospector())
		.addModule(new SimpleModule().setDeserializerModifier(new UnmodifiableContainers()))
		.build();

	private InboundJson() {
	}

	/**
	 * Parses a JSON object in UTF-8, with or without a byte order mark.
	 * @param body the bytes
	 * @return the object, or {@code null} if the bytes are anything else, an object with
	 * duplicate names, or one that is nested too deeply
	 */
	public static @Nullable JsonNode parse(byte[] body) {
		try {
			CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
			if (text.hasRemaining() && text.get(0) == BYTE_ORDER_MARK) {
				text.get();
			}
			JsonNode node = MAPPER.readTree(text.toString());
			return node.isObject() ? node : null;
		}
		catch (CharacterCodingException | JacksonException ex) {
			return null;
		}
	}

	/**
	 * Returns a text of an object that can be shown in a log.
	 * @param object the object
	 * @param name the name of the member
	 * @param maxLength the length it may have
	 * @return the text, or {@code null} if the member is missing, no text, blank, too
	 * long, or contains control characters
	 */
	public static @Nullable String text(JsonNode object, String name, int maxLength) {
		JsonNode member = object.path(name);
		String text = member.isString() ? member.stringValue() : "";
		return (text.isBlank() || text.length() > maxLength || text.chars().anyMatch(Character::isISOControl)) ? null
				: text;
	}

	/**
	 * Reads a record from an object, or from a member of it.
	 * @param object the object
	 * @param type the type of the record
	 * @param path the names of the members that lead to it, none for the object itself
	 * @param <T> the type of the record
	 * @return the record
	 * @throws JsonMismatchException if the JSON is not that of the record
	 */
	public static <T> T read(JsonNode object, Class<T> type, String... path) {
		JsonNode node = object;
		for (String name : path) {
			node = node.path(name);
		}
		String start = "$" + List.of(path).stream().map((name) -> "." + name).collect(Collectors.joining());
		if (!node.isObject()) {
			throw new JsonMismatchException(start);
		}
		try {
			return MAPPER.treeToValue(node, type);
		}
		catch (DatabindException ex) {
			throw new JsonMismatchException(
					start + ex.getPath().stream().map(InboundJson::step).collect(Collectors.joining()));
		}
	}

	/**
	 * Reads an object, or a member of it, as a map.
	 * @param object the object
	 * @param name the name of the member
	 * @return the map, in the order received, empty if there is no such member
	 * @throws JsonMismatchException if the member is not an object
	 */
	@SuppressWarnings("unchecked")
	public static Map<String, @Nullable Object> readMap(JsonNode object, String name) {
		JsonNode member = object.path(name);
		return (member.isMissingNode() || member.isNull()) ? Map.of() : read(object, Map.class, name);
	}

	/**
	 * Writes JSON.
	 * @param value maps, lists, texts, numbers and booleans
	 * @return the JSON
	 */
	public static String write(Map<String, ?> value) {
		return MAPPER.writeValueAsString(value);
	}

	private static String step(JacksonException.Reference reference) {
		return (reference.getPropertyName() != null) ? "." + reference.getPropertyName()
				: "[" + reference.getIndex() + "]";
	}

}
