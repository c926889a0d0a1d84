package com.scalekit.spring.benchmarks.soak;

import java.util.List;
import java.util.function.ToLongFunction;

import org.HdrHistogram.Histogram;

import org.springframework.util.Assert;

/**
 * Finds out whether something has grown, by comparing the last third of a run with the
 * one before it. The first third warms up.
 */
final class Growth {

	private static final long TOLERATED_KILOBYTES = 4096;

	private static final long TOLERATED_THREADS = 4;

	private static final long TOLERATED_CONNECTIONS = 16;

	private static final int SIGNIFICANT_DIGITS = 4;

	private Growth() {
	}

	static void check(List<Sample> samples) {
		check("the used heap", samples, Sample::usedKilobytes, TOLERATED_KILOBYTES);
		check("the number of threads", samples, Sample::threads, TOLERATED_THREADS);
		check("the number of connections", samples, Sample::connections, TOLERATED_CONNECTIONS);
		System.out.println();
		System.out.println("Nothing has grown.");
	}

	private static void check(String name, List<Sample> samples, ToLongFunction<Sample> value, long tolerated) {
		int third = samples.size() / 3;
		long before = median(samples.subList(third, 2 * third), value);
		long after = median(samples.subList(samples.size() - third, samples.size()), value);
		Assert.state(after <= before + tolerated, () -> name + " has grown from " + before + " to " + after);
	}

	private static long median(List<Sample> samples, ToLongFunction<Sample> value) {
		Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
		samples.forEach((sample) -> histogram.recordValue(value.applyAsLong(sample)));
		return histogram.getValueAtPercentile(50);
	}

}
