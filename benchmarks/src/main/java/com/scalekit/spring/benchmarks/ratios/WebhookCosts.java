package com.scalekit.spring.benchmarks.ratios;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.scalekit.spring.benchmarks.process.Cost;
import com.scalekit.spring.benchmarks.webhooks.Check;
import com.scalekit.spring.benchmarks.webhooks.Checks;

/**
 * Throughput, processor time and allocation of a webhook, in one thread.
 */
final class WebhookCosts implements Comparison {

	private static final int WARM_UPS = 6;

	private static final int ROUNDS = 15;

	private static final int CHECKS = 50_000;

	@Override
	public void run() {
		List<Check> variants = List.of(Check.values());
		Map<Check, Checks> checks = new EnumMap<>(Check.class);
		variants.forEach((variant) -> checks.put(variant, new Checks(variant)));
		Rounds.measure(WARM_UPS, variants, (variant) -> costOfCheck(checks, variant));
		Rounds<Check, Cost> rounds = Rounds.measure(ROUNDS, variants, (variant) -> costOfCheck(checks, variant));
		MarkdownTable ratios = new MarkdownTable(
				"Cost of a webhook of 4 KB: median (quartiles) of %d rounds".formatted(ROUNDS), "", "throughput",
				"processor time", "allocation");
		row(ratios, rounds, "c/a", Check.SIGNATURE, Check.HANDWRITTEN);
		row(ratios, rounds, "c/b", Check.SIGNATURE, Check.STANDARD_WEBHOOKS);
		row(ratios, rounds, "d/a", Check.RECEIVER, Check.HANDWRITTEN);
		row(ratios, rounds, "d/b", Check.RECEIVER, Check.STANDARD_WEBHOOKS);
		MarkdownTable costs = new MarkdownTable("On this machine, in one thread", "", "webhooks/s",
				"processor time, µs", "allocation, bytes");
		variants.forEach((variant) -> costs.row(variant, "%.0f".formatted(1e9 / rounds.median(variant, Cost::nanos)),
				"%.1f".formatted(rounds.median(variant, Cost::cpuNanos) / 1_000),
				"%.0f".formatted(rounds.median(variant, Cost::bytes))));
	}

	private static Cost costOfCheck(Map<Check, Checks> checks, Check variant) {
		return Cost.perCall(() -> Objects.requireNonNull(checks.get(variant)).run(CHECKS), CHECKS);
	}

	private static void row(MarkdownTable table, Rounds<Check, Cost> rounds, String label, Check variant,
			Check reference) {
		table.row(label, rounds.ratio(reference, variant, Cost::nanos),
				rounds.ratio(variant, reference, Cost::cpuNanos), rounds.ratio(variant, reference, Cost::bytes));
	}

}
