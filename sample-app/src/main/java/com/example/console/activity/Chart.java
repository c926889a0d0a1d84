package com.example.console.activity;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.example.console.web.DurationText;

/**
 * Values that are drawn as a line, one for each second, the latest at the right.
 *
 * @param title what is drawn
 * @param unit writes a value with its unit
 * @param values the values
 */
record Chart(String title, LongFunction<String> unit, List<Double> values) {

	static final LongFunction<String> PER_SECOND = (value) -> String.format(Locale.ENGLISH, "%,d per second", value);

	static final LongFunction<String> MILLISECONDS = (value) -> String.format(Locale.ENGLISH, "%,d ms", value);

	static final LongFunction<String> REMAINING = (value) -> DurationText.of(Duration.ofSeconds(value)) + " left";

	private static final int WIDTH = 240;

	private static final int HEIGHT = 48;

	/**
	 * Return the line in the coordinates of {@link #viewBox()}.
	 */
	public String getPoints() {
		int start = Activity.SECONDS - this.values.size();
		return IntStream.range(0, this.values.size())
			.mapToObj((i) -> String.format(Locale.ROOT, "%.1f,%.1f",
					(start + i) * (double) WIDTH / (Activity.SECONDS - 1),
					HEIGHT - HEIGHT * this.values.get(i) / Math.max(highest(), 1)))
			.collect(Collectors.joining(" "));
	}

	public String getViewBox() {
		return "0 -2 %d %d".formatted(WIDTH, HEIGHT + 4);
	}

	public String getLatest() {
		return text(this.values.isEmpty() ? 0 : this.values.get(this.values.size() - 1));
	}

	public String getHighest() {
		return text(highest());
	}

	private double highest() {
		return this.values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
	}

	private String text(double value) {
		return this.unit.apply(Math.round(value));
	}

}
