package com.example.console.web;

import java.time.Duration;

/**
 * Text of a duration, such as {@code 23 h 58 min}.
 */
public final class DurationText {

	private DurationText() {
	}

	/**
	 * Return the text of a duration, in its two largest units.
	 * @param duration the duration
	 * @return the text
	 */
	public static String of(Duration duration) {
		if (duration.toDays() > 0) {
			return join(duration.toDays(), "d", duration.toHoursPart(), "h");
		}
		if (duration.toHours() > 0) {
			return join(duration.toHours(), "h", duration.toMinutesPart(), "min");
		}
		if (duration.toMinutes() > 0) {
			return join(duration.toMinutes(), "min", duration.toSecondsPart(), "s");
		}
		return Math.max(duration.toSeconds(), 0) + " s";
	}

	private static String join(long amount, String unit, int rest, String restUnit) {
		return (rest > 0) ? "%d %s %d %s".formatted(amount, unit, rest, restUnit) : "%d %s".formatted(amount, unit);
	}

}
