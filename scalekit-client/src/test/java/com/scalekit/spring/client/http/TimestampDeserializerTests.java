package com.scalekit.spring.client.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Timestamps are read as Jackson reads them, whatever they look like.
 */
class TimestampDeserializerTests {

	private static final JsonMapper JACKSON = new JsonMapper();

	private static final long MIN_SECOND = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();

	private static final long MAX_SECOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

	@Test
	void instantsOfFourDigitYears() {
		Random random = new Random(42);
		for (int i = 0; i < 20_000; i++) {
			Instant instant = Instant.ofEpochSecond(random.nextLong(MIN_SECOND, MAX_SECOND + 1),
					random.nextInt(1_000_000_000));
			assertReadAsByJackson(quoted(formatter(i % 10).format(instant)));
			assertReadAsByJackson(quoted(instant.toString()));
		}
	}

	@Test
	void lastDaysOfMonths() {
		for (int year : new int[] { 0, 1, 1582, 1900, 1970, 2000, 2023, 2024, 2100, 9999 }) {
			for (LocalDate day = LocalDate.of(year, 1, 31); day.getYear() == year; day = nextLastDay(day)) {
				for (int offset = 0; offset < 4; offset++) {
					assertReadAsByJackson("\"%04d-%02d-%02dT00:00:00Z\"".formatted(year, day.getMonthValue(),
							day.getDayOfMonth() + offset));
				}
			}
		}
	}

	private static LocalDate nextLastDay(LocalDate day) {
		return day.plusDays(1).plusMonths(1).minusDays(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2016-12-31T23:59:60Z", "2016-12-31T23:59:61Z", "2016-12-31T24:00:00Z",
			"2016-12-31T24:00:01Z", "2016-12-31T25:00:00Z", "2016-12-31T23:60:00Z", "2016-13-01T00:00:00Z",
			"2016-00-01T00:00:00Z", "2016-01-00T00:00:00Z", "-0001-01-01T00:00:00Z", "+10000-01-01T00:00:00Z",
			"+1000000000-12-31T23:59:59.999999999Z", "-1000000000-01-01T00:00:00Z", "2016-12-31T23:59:59+01:00",
			"2016-12-31T23:59:59+0100", "2016-12-31T23:59:59-00:00", "2016-12-31T23:59:59", "2016-12-31t23:59:59z",
			"2016-12-31T23:59Z", "2016-12-31", "2016-12-31T23:59:59.Z", "2016-12-31T23:59:59.1234567890Z",
			"2016-12-31T23:59:59,5Z", "2016-12-31T23:59:59.5 Z", " 2016-12-31T23:59:59Z ", "2016-12-31 23:59:59Z",
			"2016-12-31T23:59:5\u0669Z", "2016-12-31T23:59:59.\uff15Z", "2016-12-3/T23:59:59Z", "2016-12-3:T23:59:59Z",
			"Z", "", " ", "0", "1482000000", "1482000000.5", "yesterday" })
	void anythingElse(String text) {
		assertReadAsByJackson(quoted(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "0", "1482000000", "1482000000.123456789", "-1", "1e9", "true", "[]", "{}",
			"[\"2016-12-31T23:59:59Z\"]", "\"2016-12-31T23:59:\\u0035\\u0039Z\"" })
	void jsonThatIsNoPlainText(String json) {
		assertReadAsByJackson(json);
	}

	static Stream<String> timestampsWithOneCharacterChanged() {
		String timestamp = "2025-03-21T05:55:03.416772Z";
		return IntStream.range(0, timestamp.length())
			.boxed()
			.flatMap((i) -> Stream.of("x", "-", "/", ":", "9", "")
				.map((changed) -> timestamp.substring(0, i) + changed + timestamp.substring(i + 1)));
	}

	@ParameterizedTest
	@MethodSource("timestampsWithOneCharacterChanged")
	void oneCharacterChanged(String text) {
		assertReadAsByJackson(quoted(text));
	}

	private static void assertReadAsByJackson(String json) {
		Outcome expected = Outcome.of(JACKSON, json);
		assertThat(Outcome.of(ScalekitJson.MAPPER, json)).as(json).isEqualTo(expected);
	}

	private static String quoted(String text) {
		return '"' + text + '"';
	}

	private static DateTimeFormatter formatter(int digits) {
		return new DateTimeFormatterBuilder().appendInstant(digits).toFormatter();
	}

	record Outcome(@Nullable Instant instant, @Nullable Class<?> failure, @Nullable String message) {

		static Outcome of(JsonMapper mapper, String json) {
			try {
				return new Outcome(mapper.readValue(json, Instant.class), null, null);
			}
			catch (RuntimeException ex) {
				return new Outcome(null, ex.getClass(), ex.getMessage());
			}
		}

	}

}
