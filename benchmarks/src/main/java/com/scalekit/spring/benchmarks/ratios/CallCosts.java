package com.scalekit.spring.benchmarks.ratios;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.springframework.util.Assert;

import com.scalekit.spring.benchmarks.client.Clients;
import com.scalekit.spring.benchmarks.client.Load;
import com.scalekit.spring.benchmarks.client.Variant;
import com.scalekit.spring.benchmarks.process.Cost;
import com.scalekit.spring.benchmarks.server.ServerProcess;
import com.scalekit.spring.benchmarks.server.ServerSettings;

/**
 * Throughput, processor time and allocation of a call. The variants take turns in short
 * rounds, so that whatever else the machine does hits all of them alike.
 */
final class CallCosts implements Comparison {

	private static final int WARM_UP_CALLS = 10_000;

	private static final int WARM_UPS = 3;

	private static final int ROUNDS = 15;

	private static final int CALLS = 6_000;

	private final Map<Variant, List<Cost>> costs = new EnumMap<>(Variant.class);

	@Override
	public void run() {
		ExecutorService threads = Executors.newFixedThreadPool(Load.THREADS);
		try (ServerProcess server = ServerProcess.start(ServerSettings.steady());
				Clients clients = new Clients(server.url())) {
			Map<Variant, Load> loads = new EnumMap<>(Variant.class);
			for (Variant variant : Variant.values()) {
				loads.put(variant, variant.load(clients, threads));
			}
			for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
				loads.values().forEach((load) -> run(load, WARM_UP_CALLS));
			}
			measure(loads);
		}
		finally {
			threads.shutdownNow();
		}
		print();
	}

	/**
	 * Each round starts with another variant, so that none always comes after the same
	 * one.
	 */
	private void measure(Map<Variant, Load> loads) {
		List<Variant> order = new ArrayList<>(List.of(Variant.values()));
		for (int round = 0; round < ROUNDS; round++) {
			for (Variant variant : order) {
				Load load = loads.get(variant);
				Assert.state(load != null, "No load");
				this.costs.computeIfAbsent(variant, (key) -> new ArrayList<>())
					.add(Cost.perCall(() -> run(load, CALLS), CALLS));
			}
			Collections.rotate(order, 1);
		}
	}

	private static void run(Load load, int calls) {
		long failures = load.run(calls);
		Assert.state(failures == 0, () -> failures + " calls failed");
	}

	private void print() {
		MarkdownTable ratios = new MarkdownTable("Cost of a call: median (quartiles) of %d rounds".formatted(ROUNDS),
				"", "throughput", "processor time", "allocation");
		row(ratios, "c/a", Variant.REACTIVE_ORGANIZATIONS_CLIENT, Variant.WEB_CLIENT);
		row(ratios, "c/b", Variant.REACTIVE_ORGANIZATIONS_CLIENT, Variant.SPRING_SECURITY);
		row(ratios, "e/d", Variant.ORGANIZATIONS_CLIENT, Variant.BLOCKING_WEB_CLIENT);
		row(ratios, "e/f", Variant.ORGANIZATIONS_CLIENT, Variant.REST_CLIENT);
		row(ratios, "e/g", Variant.ORGANIZATIONS_CLIENT, Variant.REST_CLIENT_OVER_REACTOR_NETTY);
		MarkdownTable costs = new MarkdownTable("On this machine, server on the same processors", "", "calls/s",
				"processor time, µs", "allocation, bytes");
		for (Variant variant : Variant.values()) {
			costs.row(variant, "%.0f".formatted(1_000_000_000 / median(variant, Cost::nanos)),
					"%.1f".formatted(median(variant, Cost::cpuNanos) / 1_000),
					"%.0f".formatted(median(variant, Cost::bytes)));
		}
	}

	private void row(MarkdownTable table, String label, Variant variant, Variant reference) {
		table.row(label, ratios(reference, variant, Cost::nanos), ratios(variant, reference, Cost::cpuNanos),
				ratios(variant, reference, Cost::bytes));
	}

	private String ratios(Variant numerator, Variant denominator, ToDoubleFunction<Cost> cost) {
		return new Quantiles(IntStream.range(0, ROUNDS)
			.mapToDouble((round) -> cost.applyAsDouble(costs(numerator).get(round))
					/ cost.applyAsDouble(costs(denominator).get(round))))
			.spread();
	}

	private double median(Variant variant, ToDoubleFunction<Cost> cost) {
		return new Quantiles(costs(variant).stream().mapToDouble(cost)).median();
	}

	private List<Cost> costs(Variant variant) {
		return this.costs.getOrDefault(variant, List.of());
	}

}
