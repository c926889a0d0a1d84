package com.scalekit.spring.benchmarks.ratios;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Quantiles of measured values.
 */
final class Quantiles {

	private final double[] sorted;

	Quantiles(DoubleStream values) {
		this.sorted = values.sorted().toArray();
	}

	double median() {
		return at(0.5);
	}

	double at(double quantile) {
		return (this.sorted.length == 0) ? Double.NaN
				: this.sorted[(int) Math.min(this.sorted.length - 1, Math.floor(quantile * this.sorted.length))];
	}

	int count() {
		return this.sorted.length;
	}

	/**
	 * The median, and the quartiles in parentheses.
	 */
	String spread() {
		return "%.2f (%.2f-%.2f)".formatted(median(), at(0.25), at(0.75));
	}

	@Override
	public String toString() {
		return Arrays.toString(this.sorted);
	}

}
