package com.scalekit.spring.client.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * A request is the JSON object that is sent.
 */
class JsonObjectTests {

	private static final Example NONE = new Example(Map.of());

	@Test
	void whatWasNotSetIsNotSent() {
		assertThat(json(NONE)).isEqualTo("{}");
		assertThat(json(NONE.with("a", 1))).isEqualTo("{\"a\":1}");
	}

	@Test
	void whatWasSetToNullIsSentAsNull() {
		assertThat(json(NONE.with("a", 1).withNull("a"))).isEqualTo("{\"a\":null}");
	}

	@Test
	void whatWasRemovedIsNotSent() {
		assertThat(json(NONE.with("a", 1).with("b", 2).without("a"))).isEqualTo("{\"b\":2}");
	}

	@Test
	void namesAreNotConverted() {
		assertThat(json(NONE.with("firstName", "x").with("last_name", "y")))
			.isEqualTo("{\"firstName\":\"x\",\"last_name\":\"y\"}");
	}

	@Test
	void valuesAreWrittenByTheirTypes() {
		assertThat(json(NONE.with("flag", true)
			.with("time", Instant.parse("2025-03-20T13:55:46.690Z"))
			.with("enum", Colour.RED)
			.with("record", new Pair("x", null))
			.with("nested", NONE.with("list", List.of(NONE.with("a", 1))))))
			.isEqualTo("{\"flag\":true,\"time\":\"2025-03-20T13:55:46.690Z\",\"enum\":\"RED\","
					+ "\"record\":{\"first_value\":\"x\"},\"nested\":{\"list\":[{\"a\":1}]}}");
	}

	@Test
	void applicationWritesTheSameJson() {
		assertThat(new JsonMapper().writeValueAsString(NONE.with("first_name", "x").withNull("last_name")))
			.isEqualTo("{\"first_name\":\"x\",\"last_name\":null}");
	}

	@Test
	void containersKeepTheirOrderAndNulls() {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		map.put("z", null);
		map.put("a", Arrays.asList("y", null, "b"));
		assertThat(json(NONE.with("map", map))).isEqualTo("{\"map\":{\"z\":null,\"a\":[\"y\",null,\"b\"]}}");
	}

	@Test
	void laterChangesOfContainersHaveNoEffect() {
		List<String> list = new ArrayList<>(List.of("a"));
		Map<String, Object> map = new LinkedHashMap<>(Map.of("list", list));
		Example example = NONE.with("map", map);
		list.add("b");
		map.clear();
		assertThat(json(example)).isEqualTo("{\"map\":{\"list\":[\"a\"]}}");
	}

	@Test
	void changesReturnACopy() {
		Example example = NONE.with("a", 1);
		example.with("a", 2);
		example.withNull("b");
		example.without("a");
		assertThat(json(example)).isEqualTo("{\"a\":1}");
		assertThat(json(NONE)).isEqualTo("{}");
	}

	@Test
	void nullIsRefusedByName() {
		assertThatIllegalArgumentException().isThrownBy(() -> NONE.with("external_id", null))
			.withMessage("'external_id' must not be null");
	}

	@Test
	void secretsAreSentAndNotShown() {
		Example example = NONE.with("a", 1).withSecret("code", "123456");
		assertThat(json(example)).isEqualTo("{\"a\":1,\"code\":\"123456\"}");
		assertThat(example).hasToString("Example{a=1, code=***}")
			.isEqualTo(NONE.with("a", 1).withSecret("code", "123456"))
			.isNotEqualTo(NONE.with("a", 1).withSecret("code", "123457"));
		assertThatIllegalArgumentException().isThrownBy(() -> NONE.withSecret("code", null))
			.withMessage("'code' must not be null");
	}

	@Test
	void argumentsAreSentAndNotShown() {
		JsonObject<?> arguments = JsonObject.ofArguments(Map.of("token", "s3cr3t"));
		assertThat(ScalekitJson.MAPPER.writeValueAsString(arguments)).isEqualTo("{\"token\":\"s3cr3t\"}");
		assertThat(arguments).hasToString("[token]");
	}

	@Test
	void requestsAreEqualByClassAndMembers() {
		Example example = NONE.with("a", 1).with("b", List.of("x"));
		assertThat(example).isEqualTo(NONE.with("b", List.of("x")).with("a", 1))
			.hasSameHashCodeAs(NONE.with("b", List.of("x")).with("a", 1))
			.hasToString("Example{a=1, b=[x]}")
			.isNotEqualTo(example.with("a", 2))
			.isNotEqualTo(example.without("a"))
			.isNotEqualTo(new Other(Map.of("a", 1, "b", List.of("x"))))
			.isNotEqualTo(null);
		assertThat(NONE.withNull("a")).isNotEqualTo(NONE);
	}

	private static String json(Example example) {
		return ScalekitJson.MAPPER.writeValueAsString(example);
	}

	enum Colour {

		RED

	}

	record Pair(String firstValue, @Nullable String secondValue) {

	}

	static final class Example extends JsonObject<Example> {

		private Example(Map<String, @Nullable Object> members) {
			super(Example::new, members);
		}

	}

	static final class Other extends JsonObject<Other> {

		private Other(Map<String, @Nullable Object> members) {
			super(Other::new, members);
		}

	}

}
