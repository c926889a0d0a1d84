package com.scalekit.spring.client.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/**
 * Reads timestamps in the format that Scalekit sends, such as
 * {@code 2025-03-20T13:55:46.690Z}, several times faster than Jackson does. Anything else
 * is left to Jackson.
 */
final class TimestampDeserializer extends StdScalarDeserializer<Instant> {

	private static final int LENGTH_OF_SECONDS = "2025-03-20T13:55:46".length();

	private static final int MAX_LENGTH = "2025-03-20T13:55:46.123456789Z".length();

	private static final int NANOS_DIGITS = 9;

	TimestampDeserializer() {
		super(Instant.class);
	}

	@Override
	public Instant deserialize(JsonParser parser, DeserializationContext context) {
		Instant instant = parser.hasToken(JsonToken.VALUE_STRING)
				? parse(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength()) : null;
		return (instant != null) ? instant : InstantDeserializer.INSTANT.deserialize(parser, context);
	}

	private static @Nullable Instant parse(char[] text, int start, int length) {
		int end = start + length - 1;
		int dot = start + LENGTH_OF_SECONDS;
		if (length <= LENGTH_OF_SECONDS || length > MAX_LENGTH || text[end] != 'Z' || text[start + 4] != '-'
				|| text[start + 7] != '-' || text[start + 10] != 'T' || text[start + 13] != ':'
				|| text[start + 16] != ':') {
			return null;
		}
		int year = number(text, start, start + 4);
		int month = number(text, start + 5, start + 7);
		int day = number(text, start + 8, start + 10);
		int hour = number(text, start + 11, start + 13);
		int minute = number(text, start + 14, start + 16);
		int second = number(text, start + 17, dot);
		int nanos = nanos(text, dot, end);
		if ((year | month | day | hour | minute | second | nanos) < 0 || hour > 23 || minute > 59 || second > 59) {
			return null;
		}
		try {
			long days = LocalDate.of(year, month, day).toEpochDay();
			return Instant.ofEpochSecond(((days * 24 + hour) * 60 + minute) * 60 + second, nanos);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static int nanos(char[] text, int dot, int end) {
		if (dot == end) {
			return 0;
		}
		if (text[dot] != '.' || dot + 1 == end) {
			return -1;
		}
		int nanos = number(text, dot + 1, end);
		for (int digits = end - dot - 1; digits < NANOS_DIGITS; digits++) {
			nanos *= 10;
		}
		return nanos;
	}

	/**
	 * Return the number that digits stand for, {@code -1} if they are not all digits.
	 */
	private static int number(char[] text, int start, int end) {
		int number = 0;
		for (int i = start; i < end; i++) {
			int digit = text[i] - '0';
			if (digit < 0 || digit > 9) {
				return -1;
			}
			number = number * 10 + digit;
		}
		return number;
	}

}
