package com.scalekit.spring.client.http;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/**
 * Scalekit's JSON. The conventions belong to the client: the way the application around
 * it reads and writes JSON does not change them.
 * <p>
 * In a response, only what is {@code @Nullable} may be {@code null}. Where Scalekit sends
 * nothing, a text, a list or a map is empty, and a number zero. A list has no
 * {@code null} elements, and an enum constant this version does not know is
 * {@code UNKNOWN}. Lists and maps cannot be changed.
 */
public final class ScalekitJson {

	static final JsonMapper MAPPER = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
		.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
		.enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE, EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.withCoercionConfig(LogicalType.Enum,
				(coercion) -> coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.AsEmpty))
		.withConfigOverride(List.class,
				(lists) -> lists.setNullHandling(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.SKIP)))
		.withConfigOverride(Map.class, (maps) -> maps.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
		.annotationIntrospector(new NullnessIntrospector())
		.addModule(new SimpleModule().addDeserializer(Instant.class, new TimestampDeserializer())
			.addDeserializer(Duration.class, new DurationDeserializer())
			.addSerializer(Duration.class, new DurationSerializer())
			.setDeserializerModifier(new UnmodifiableContainers()))
		.build();

	private ScalekitJson() {
	}

	/**
	 * Read a response from the JSON that Scalekit sends, envelope included, as a client
	 * would. For tests that need a response without a server.
	 * @param json the body of the response, such as
	 * <code>{"organization":{"id":"org_1"}}</code>
	 * @param type the type of the response
	 * @param <T> the type of the response
	 * @return the response
	 * @throws tools.jackson.core.JacksonException if the JSON is not that of the response
	 */
	public static <T> T read(String json, Class<T> type) {
		return unwrap(MAPPER.readerFor(type), type).readValue(json);
	}

	/**
	 * Read a member of a response. A missing list is empty, a missing number zero.
	 */
	static Object read(InputStream json, EnvelopedType type) {
		JsonNode member = MAPPER.readTree(json).path(type.envelope());
		ObjectNode content = MAPPER.createObjectNode();
		if (!member.isMissingNode()) {
			content.set("content", member);
		}
		JavaType container = MAPPER.getTypeFactory()
			.constructParametricType(Envelope.class, MAPPER.constructType(type));
		return MAPPER.<Envelope<Object>>readerFor(container).<Envelope<Object>>readValue(content).content();
	}

	/**
	 * Make a reader look into the envelope of a type, if it has one.
	 */
	static ObjectReader unwrap(ObjectReader reader, Class<?> type) {
		Enveloped envelope = envelope(type);
		return (envelope != null) ? reader.at("/" + envelope.value()) : reader;
	}

	/**
	 * Make a writer add the envelope of a type, if it has one in requests.
	 */
	static ObjectWriter wrap(ObjectWriter writer, Class<?> type) {
		Enveloped envelope = envelope(type);
		return (envelope != null && envelope.inRequests()) ? writer.withRootName(envelope.value()) : writer;
	}

	private static @Nullable Enveloped envelope(Class<?> type) {
		return type.getAnnotation(Enveloped.class);
	}

	/**
	 * What is in an envelope that a method names.
	 */
	private record Envelope<T>(T content) {
	}

}
