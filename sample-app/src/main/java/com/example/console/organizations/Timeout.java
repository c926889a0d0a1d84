package com.example.console.organizations;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

/**
 * A time as it is typed: a number and its unit.
 *
 * @param amount the number, empty if there is none
 * @param unit the unit
 */
record Timeout(String amount, Unit unit) {

	static final Timeout NONE = new Timeout("", Unit.HOURS);

	private static final int MAX_AMOUNT = 100_000;

	private static final Pattern AMOUNT = Pattern.compile("\\d{1,6}");

	Timeout {
		amount = TextField.valueOf(amount);
		unit = orMinutes(unit);
	}

	private static Unit orMinutes(@Nullable Unit unit) {
		return (unit != null) ? unit : Unit.MINUTES;
	}

	static Timeout of(@Nullable Duration duration) {
		if (duration == null) {
			return NONE;
		}
		long minutes = duration.toMinutes();
		Unit unit = (minutes % Unit.DAYS.minutes() == 0) ? Unit.DAYS
				: (minutes % Unit.HOURS.minutes() == 0) ? Unit.HOURS : Unit.MINUTES;
		return new Timeout(String.valueOf(minutes / unit.minutes()), unit);
	}

	void validate(String field, BindingResult errors) {
		if (!isValid()) {
			errors.rejectValue(field, "range", "Enter a number from 1 to " + MAX_AMOUNT);
		}
	}

	private boolean isValid() {
		return AMOUNT.matcher(this.amount).matches() && number() >= 1 && number() <= MAX_AMOUNT;
	}

	private int number() {
		return Integer.parseInt(this.amount);
	}

	Duration toDuration() {
		return Duration.of(number(), this.unit.chronoUnit);
	}

	/**
	 * Return this time in words, in the largest unit that it is a multiple of.
	 */
	@Override
	public String toString() {
		Timeout timeout = isValid() ? of(toDuration()) : this;
		String unit = timeout.unit.name().toLowerCase(Locale.ROOT);
		return timeout.amount.equals("1") ? "1 " + unit.substring(0, unit.length() - 1) : timeout.amount + " " + unit;
	}

	enum Unit {

		MINUTES(ChronoUnit.MINUTES),

		HOURS(ChronoUnit.HOURS),

		DAYS(ChronoUnit.DAYS);

		private final ChronoUnit chronoUnit;

		Unit(ChronoUnit chronoUnit) {
			this.chronoUnit = chronoUnit;
		}

		private long minutes() {
			return this.chronoUnit.getDuration().toMinutes();
		}

	}

}
