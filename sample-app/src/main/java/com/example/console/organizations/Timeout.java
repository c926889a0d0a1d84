package com.example.console.organizations;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

/**
 * A time as it is typed: a number and its unit.
 *
 * @param amount the number, {@code null} if there is none
 * @param unit the unit
 */
record Timeout(@Nullable Integer amount, Unit unit) {

	private static final int MAX_AMOUNT = 100_000;

	Timeout {
		unit = orMinutes(unit);
	}

	private static Unit orMinutes(@Nullable Unit unit) {
		return (unit != null) ? unit : Unit.MINUTES;
	}

	static Timeout of(@Nullable Duration duration) {
		if (duration == null) {
			return new Timeout(null, Unit.HOURS);
		}
		long minutes = duration.toMinutes();
		Unit unit = (minutes % Unit.DAYS.minutes() == 0) ? Unit.DAYS
				: (minutes % Unit.HOURS.minutes() == 0) ? Unit.HOURS : Unit.MINUTES;
		return new Timeout(Math.toIntExact(minutes / unit.minutes()), unit);
	}

	void validate(String field, BindingResult errors) {
		if (this.amount == null || this.amount < 1 || this.amount > MAX_AMOUNT) {
			errors.rejectValue(field, "range", "Enter a number from 1 to " + MAX_AMOUNT);
		}
	}

	Duration toDuration() {
		return Duration.of(Objects.requireNonNull(this.amount), this.unit.chronoUnit);
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
