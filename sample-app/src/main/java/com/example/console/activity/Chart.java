package com.example.console.activity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Values that are drawn as a line, one for each second, the latest at the right.
 *
 * @param title what is drawn
 * @param unit its unit
 * @param values the values
 */
record Chart(String title, String unit, List<Double> values) {

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
					HEIGHT - HEIGHT * this.values.get(i) / Math.max(getHighest(), 1)))
			.collect(Collectors.joining(" "));
	}

	public String getViewBox() {
		return "0 -2 %d %d".formatted(WIDTH, HEIGHT + 4);
	}

	public long getLatest() {
		return this.values.isEmpty() ? 0 : Math.round(this.values.get(this.values.size() - 1));
	}

	public long getHighest() {
		return Math.round(this.values.stream().mapToDouble(Double::doubleValue).max().orElse(0));
	}

}
