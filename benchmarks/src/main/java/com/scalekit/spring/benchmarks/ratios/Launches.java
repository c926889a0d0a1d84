package com.scalekit.spring.benchmarks.ratios;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import com.scalekit.spring.benchmarks.process.Launch;

/**
 * Launches two variants by turns and prints how they compare.
 */
final class Launches {

	private static final int ROUNDS = 30;

	private Launches() {
	}

	static void compare(String title, String reference, String variant, Function<String, Launch> launch) {
		Rounds<String, Launch> rounds = Rounds.measure(ROUNDS, List.of(reference, variant), launch);
		MarkdownTable table = new MarkdownTable("%s: medians of %d launches".formatted(title, ROUNDS), "", "time, ms",
				"processor time, ms", "loaded classes");
		for (String name : List.of(reference, variant)) {
			table.row(name, median(rounds, name, Launch::milliseconds), median(rounds, name, Launch::cpuMilliseconds),
					median(rounds, name, Launch::loadedClasses));
		}
		table.row("ratio: median (quartiles)", rounds.ratio(variant, reference, Launch::milliseconds),
				rounds.ratio(variant, reference, Launch::cpuMilliseconds),
				rounds.ratio(variant, reference, Launch::loadedClasses));
	}

	private static String median(Rounds<String, Launch> rounds, String name, ToDoubleFunction<Launch> value) {
		return "%.0f".formatted(rounds.median(name, value));
	}

}
