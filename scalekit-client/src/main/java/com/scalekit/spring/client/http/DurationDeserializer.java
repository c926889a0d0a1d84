package com.scalekit.spring.client.http;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads durations in the format that Scalekit sends, such as {@code "3600s"} or
 * {@code "1.5s"}. A number without a unit is one of seconds.
 */
final class DurationDeserializer extends StdScalarDeserializer<Duration> {

	private static final Pattern FORMAT = Pattern.compile("(-?\\d{1,15}(?:\\.\\d{1,9})?)s?");

	DurationDeserializer() {
		super(Duration.class);
	}

	@Override
	public Duration deserialize(JsonParser parser, DeserializationContext context) {
		String text = parser.getValueAsString("");
		Matcher matcher = FORMAT.matcher(text);
		if (!matcher.matches()) {
			return (Duration) context.handleWeirdStringValue(Duration.class, text, "not a duration in seconds");
		}
		BigDecimal seconds = new BigDecimal(matcher.group(1));
		return Duration.ofSeconds(seconds.longValue())
			.plusNanos(seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
	}

}
