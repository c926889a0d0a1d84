package com.scalekit.spring.client.error;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code Retry-After} header, which holds a number of seconds or a date.
 */
final class RetryAfter {

	private RetryAfter() {
	}

	/**
	 * Read a header.
	 * @param header the value of the header
	 * @return the time to wait from now on, zero for a date in the past, {@code null} if
	 * the header is missing or malformed
	 */
	static @Nullable Duration parse(@Nullable String header) {
		if (header == null) {
			return null;
		}
		String value = header.strip();
		try {
			Duration wait = value.chars().allMatch(Character::isDigit) ? Duration.ofSeconds(Long.parseLong(value))
					: Duration.between(Instant.now(), ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
			return wait.isNegative() ? Duration.ZERO : wait;
		}
		catch (NumberFormatException | DateTimeParseException ex) {
			return null;
		}
	}

}
