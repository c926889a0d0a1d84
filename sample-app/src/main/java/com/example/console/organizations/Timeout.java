package com.example.console.organizations;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.example.console.forms.TextField;
import org.jspecify.annotations.Nullable;

/**
 * A time as people write it, such as {@code 8 hours}.
 *
 * @param text the text, in the largest unit that the time is a multiple of, or as it was
 * typed if it cannot be understood
 * @param duration the time, {@code null} if the text cannot be understood
 */
record Timeout(String text, @Nullable Duration duration) {

	private static final Pattern PATTERN = Pattern.compile("([1-9]\\d{0,4}) ?(m|h|d)[a-z]*");

	static Timeout parse(@Nullable String typed) {
		String text = TextField.valueOf(typed);
		Matcher matcher = PATTERN.matcher(text.toLowerCase(Locale.ROOT));
		return matcher.matches() ? of(Duration.of(Long.parseLong(matcher.group(1)), switch (matcher.group(2)) {
			case "m" -> ChronoUnit.MINUTES;
			case "h" -> ChronoUnit.HOURS;
			default -> ChronoUnit.DAYS;
		})) : new Timeout(text, null);
	}

	static Timeout of(@Nullable Duration duration) {
		if (duration == null) {
			return new Timeout("", null);
		}
		if (duration.equals(Duration.ofDays(duration.toDays()))) {
			return new Timeout(text(duration.toDays(), "day"), duration);
		}
		return new Timeout((duration.toMinutes() % 60 == 0) ? text(duration.toHours(), "hour")
				: text(duration.toMinutes(), "minute"), duration);
	}

	private static String text(long amount, String unit) {
		return amount + " " + unit + ((amount == 1) ? "" : "s");
	}

}
