package com.scalekit.spring.benchmarks.ratios;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjIntConsumer;

import com.scalekit.spring.benchmarks.process.Cost;
import com.scalekit.spring.benchmarks.tokens.Decoder;
import com.scalekit.spring.benchmarks.tokens.TokenIssuer;

/**
 * Processor time and allocation of the check of an access token, whose key is known.
 */
final class AccessTokenCosts implements Comparison {

	private static final int WARM_UPS = 200;

	private static final int ROUNDS = 400;

	/** Few, so that what else the machine does hits neighbouring turns alike. */
	private static final int TOKENS = 200;

	@Override
	public void run() {
		try (TokenIssuer issuer = new TokenIssuer()) {
			List<Decoder> variants = List.of(Decoder.values());
			Map<Decoder, ObjIntConsumer<String>> decoders = new EnumMap<>(Decoder.class);
			variants.forEach((variant) -> decoders.put(variant, variant.create(issuer.url())));
			Rounds.measure(WARM_UPS, variants, (variant) -> costOfToken(decoders, variant, issuer.token()));
			Rounds<Decoder, Cost> rounds = Rounds.measure(ROUNDS, variants,
					(variant) -> costOfToken(decoders, variant, issuer.token()));
			MarkdownTable ratios = new MarkdownTable(
					"Cost of an access token: median (quartiles) of %d rounds".formatted(ROUNDS), "", "processor time",
					"allocation");
			row(ratios, rounds, "b/a", Decoder.SCALEKIT, Decoder.SPRING_SECURITY);
			row(ratios, rounds, "d/c", Decoder.REACTIVE_SCALEKIT, Decoder.REACTIVE_SPRING_SECURITY);
			MarkdownTable costs = new MarkdownTable("On this machine", "", "processor time, µs", "allocation, bytes");
			variants.forEach(
					(variant) -> costs.row(variant, "%.1f".formatted(rounds.median(variant, Cost::cpuNanos) / 1_000),
							"%.0f".formatted(rounds.median(variant, Cost::bytes))));
		}
	}

	private static Cost costOfToken(Map<Decoder, ObjIntConsumer<String>> decoders, Decoder variant, String token) {
		return Cost.perCallInThreads(() -> Objects.requireNonNull(decoders.get(variant)).accept(token, TOKENS), TOKENS);
	}

	private static void row(MarkdownTable table, Rounds<Decoder, Cost> rounds, String label, Decoder variant,
			Decoder reference) {
		table.row(label, rounds.ratio(variant, reference, Cost::cpuNanos),
				rounds.ratio(variant, reference, Cost::bytes));
	}

}
