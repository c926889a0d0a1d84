package com.scalekit.spring.client.http;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

	@Test
	void memberThatAMethodNamesIsReadWhateverTheEnvelopeOfItsType() {
		assertThat(member("{\"other\":{\"display_name\":\"x\"}}", Thing.class)).isInstanceOfSatisfying(Thing.class,
				(thing) -> assertThat(thing.displayName()).isEqualTo("x"));
		assertThat(member("{\"other\":\"10\"}", Long.class)).isEqualTo(10L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"other\":null}" })
	void memberThatAMethodNamesIsEmptyIfItCanBe(String json) {
		assertThat(member(json, List.class)).isEqualTo(List.of());
		assertThat(member(json, long.class)).isEqualTo(0L);
		assertThat(member(json, Long.class)).isEqualTo(0L);
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> member(json, Thing.class));
	}

	private static Object member(String json, Class<?> type) {
		return ScalekitJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
				new EnvelopedType(type, "other"));
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

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"text\":null,\"list\":null,\"map\":null,\"colour\":null,\"number\":null}" })
	void whatIsNotNullableIsNeverNull(String json) {
		assertThat(ScalekitJson.read(json, Promises.class))
			.isEqualTo(new Promises("", null, List.of(), Map.of(), Colour.UNKNOWN, null, 0, false));
	}

	@Test
	void textThatIsNullableIsNeverEmpty() {
		assertThat(ScalekitJson.read("{\"text\":\"\",\"nullable_text\":\"\"}", Promises.class))
			.isEqualTo(new Promises("", null, List.of(), Map.of(), Colour.UNKNOWN, null, 0, false));
	}

	@Test
	void instantThatIsNotNullableIsRequired() {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> ScalekitJson.read("{}", Required.class))
			.withMessageContaining("\"time\"");
	}

	@Test
	void textThatIsRequiredIsThere() {
		assertThat(ScalekitJson.read("{\"name\":\"a\"}", Named.class)).isEqualTo(new Named("a"));
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> ScalekitJson.read("{}", Named.class))
			.withMessageContaining("\"name\"");
	}

	@Test
	void objectInAnEnvelopeHasAnIdentifier() {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> ScalekitJson.read("{\"thing\":{}}", Identified.class))
			.withMessageContaining("\"id\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"list\":null,\"map\":null}", "{\"list\":[\"a\"],\"map\":{\"a\":\"b\"}}" })
	void listsAndMapsCannotBeChanged(String json) {
		Promises promises = ScalekitJson.read(json, Promises.class);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> promises.list().add("b"));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> promises.map().put("b", "c"));
	}

	@ParameterizedTest
	@CsvSource({ "3600s,PT1H", "1.5s,PT1.5S", "0s,PT0S", "-3.000000001s,PT-3.000000001S", "3600,PT1H", "0.1s,PT0.1S" })
	void durationIsReadInSeconds(String text, Duration duration) {
		assertThat(ScalekitJson.read("{\"duration\":\"%s\"}".formatted(text), Durations.class).duration())
			.isEqualTo(duration);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1h", "PT1H", "s", "1s2", "9999999999999999s" })
	void otherDurationIsRefused(String text) {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> ScalekitJson.read("{\"duration\":\"%s\"}".formatted(text), Durations.class));
	}

	@ParameterizedTest
	@CsvSource({ "PT1H,3600s", "PT1.5S,1.5s", "PT0S,0s", "PT-3.000000001S,-3.000000001s", "PT100S,100s" })
	void durationIsWrittenInSeconds(Duration duration, String text) {
		assertThat(ScalekitJson.MAPPER.writeValueAsString(new Durations(duration)))
			.isEqualTo("{\"duration\":\"%s\"}".formatted(text));
	}

	@Enveloped("thing")
	record Thing(@Nullable String displayName, List<String> tags, Map<String, @Nullable String> pairs,
			@Nullable Colour colour, @Nullable Instant time, long size) {

	}

	record Promises(String text, @Nullable String nullableText, List<String> list, Map<String, String> map,
			Colour colour, @Nullable Instant time, int number, boolean flag) {

	}

	record Required(Instant time) {

	}

	@Enveloped("thing")
	record Identified(String id) {

	}

	record Named(@JsonProperty(required = true) String name) {

	}

	record Durations(Duration duration) {

	}

	record Things(List<Thing> things) {

	}

	enum Colour {

		RED, BLUE,

		@JsonEnumDefaultValue
		UNKNOWN

	}

}
