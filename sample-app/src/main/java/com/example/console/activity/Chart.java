package com.example.console.activity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * A figure that is drawn as a line, with a value for each second, the latest at the
 * right.
 */
record Chart(Figure figure, double sum, List<Double> values) {

	private static final int WIDTH = 240;

	private static final int HEIGHT = 48;

	/**
	 * Return the line in the coordinates of {@link #getViewBox()}.
	 */
	public String getPoints() {
		int start = Activity.SECONDS - this.values.size();
		return IntStream.range(0, this.values.size())
			.mapToObj((i) -> String.format(Locale.ROOT, "%.1f,%.1f",
					(start + i) * (double) WIDTH / (Activity.SECONDS - 1),
					HEIGHT - HEIGHT * this.values.get(i) / highest()))
			.collect(Collectors.joining(" "));
	}

	public String getViewBox() {
		return "0 0 %d %d".formatted(WIDTH, HEIGHT);
	}

	public @Nullable String getTotal() {
		return this.figure.isCount() ? this.figure.text(this.sum) : null;
	}

	public String getLatest() {
		return this.figure.text(this.values.isEmpty() ? 0 : this.values.get(this.values.size() - 1));
	}

	public String getHighest() {
		return this.figure.text(highest());
	}

	public String getUnit() {
		return this.figure.unit();
	}

	private double highest() {
		return Math.max(this.values.stream().mapToDouble(Double::doubleValue).max().orElse(0), 1);
	}

}
