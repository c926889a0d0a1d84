package com.scalekit.spring.client.http;

import java.time.Instant;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Scalekit's JSON conventions, as one reads a response with them.
 */
class ScalekitJsonTests {

	@Test
	void memberOfTheEnvelopeIsRead() {
		assertThat(ScalekitJson.read("{\"sibling\":[],\"thing\":{\"display_name\":\"x\"}}", Thing.class).displayName())
			.isEqualTo("x");
	}

	@Test
	void responseWithoutEnvelopeIsRead() {
		assertThat(ScalekitJson.read("{\"things\":[{\"display_name\":\"x\"}]}", Things.class).things()).singleElement()
			.extracting(Thing::displayName)
			.isEqualTo("x");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "{\"display_name\":\"x\"}", "{\"thing\":[]}", "{\"thing\":{}}x", "{\"thing\":" })
	void otherJsonIsRefused(String json) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> ScalekitJson.read(json, Thing.class));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{\"thing\":{}}", "{\"thing\":{\"tags\":null,\"pairs\":null,\"time\":null,\"size\":null}}" })
	void listsAndMapsAreNeverNull(String json) {
		assertThat(ScalekitJson.read(json, Thing.class)).isEqualTo(new Thing(null, List.of(), Map.of(), null, null, 0));
	}

	@Test
	void listsAndMapsKeepTheirOrder() {
		Thing thing = ScalekitJson.read("""
				{"thing":{"tags":["z",null,"a","m"],"pairs":{"z":"1","m":null,"a":"2"}}}""", Thing.class);
		assertThat(thing.tags()).containsExactly("z", "a", "m");
		assertThat(new ArrayList<>(thing.pairs().entrySet())).containsExactly(Map.entry("z", "1"), entryOfNull("m"),
				Map.entry("a", "2"));
	}

	private static Map.Entry<String, @Nullable String> entryOfNull(String key) {
		return new SimpleEntry<>(key, null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"GREEN\"", "\"\"", "\"1\"" })
	void newEnumConstantIsUnknown(String constant) {
		assertThat(colour(constant)).isEqualTo(Colour.UNKNOWN);
	}

	@Test
	void enumConstantIsReadInAnyCase() {
		assertThat(colour("\"red\"")).isEqualTo(Colour.RED);
	}

	/**
	 * A gateway that does not know a constant sends its number in the API definition,
	 * which is not its position here.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "0", "1", "7", "-1" })
	void numberOfAnEnumConstantIsNotAPosition(String number) {
		assertThat(colour(number)).isEqualTo(Colour.UNKNOWN);
	}

	private static @Nullable Colour colour(String json) {
		return ScalekitJson.read("{\"thing\":{\"colour\":%s}}".formatted(json), Thing.class).colour();
	}

	@Enveloped("thing")
	record Thing(@Nullable String displayName, List<String> tags, Map<String, @Nullable String> pairs,
			@Nullable Colour colour, @Nullable Instant time, long size) {

	}

	record Things(List<Thing> things) {

	}

	enum Colour {

		RED, BLUE,

		@JsonEnumDefaultValue
		UNKNOWN

	}

}
