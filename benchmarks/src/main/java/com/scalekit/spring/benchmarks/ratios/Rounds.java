package com.scalekit.spring.benchmarks.ratios;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.HdrHistogram.DoubleHistogram;

/**
 * Measures variants in rounds. In each round every variant has its turn, so that whatever
 * else the machine does hits all of them alike.
 *
 * @param <V> the type of the variants
 * @param <M> the type of a measurement
 */
final class Rounds<V, M> {

	private static final int SIGNIFICANT_DIGITS = 4;

	private final Map<V, List<M>> measurements = new LinkedHashMap<>();

	/**
	 * Measure. Each round starts with another variant, so that none always comes after
	 * the same one.
	 */
	static <V, M> Rounds<V, M> measure(int count, List<V> variants, Function<V, M> measurement) {
		Rounds<V, M> rounds = new Rounds<>();
		List<V> order = new ArrayList<>(variants);
		for (int round = 0; round < count; round++) {
			order.forEach((variant) -> rounds.of(variant).add(measurement.apply(variant)));
			Collections.rotate(order, 1);
		}
		return rounds;
	}

	private List<M> of(V variant) {
		return this.measurements.computeIfAbsent(variant, (key) -> new ArrayList<>());
	}

	/**
	 * The median of a value.
	 */
	double median(V variant, ToDoubleFunction<M> value) {
		DoubleHistogram values = new DoubleHistogram(SIGNIFICANT_DIGITS);
		of(variant).forEach((measurement) -> values.recordValue(value.applyAsDouble(measurement)));
		return values.getValueAtPercentile(50);
	}

	/**
	 * The median of the ratios in each round, and their quartiles in parentheses.
	 */
	String ratio(V numerator, V denominator, ToDoubleFunction<M> value) {
		DoubleHistogram ratios = new DoubleHistogram(SIGNIFICANT_DIGITS);
		IntStream.range(0, of(numerator).size())
			.forEach((round) -> ratios.recordValue(
					value.applyAsDouble(of(numerator).get(round)) / value.applyAsDouble(of(denominator).get(round))));
		return "%.2f (%.2f-%.2f)".formatted(ratios.getValueAtPercentile(50), ratios.getValueAtPercentile(25),
				ratios.getValueAtPercentile(75));
	}

}
