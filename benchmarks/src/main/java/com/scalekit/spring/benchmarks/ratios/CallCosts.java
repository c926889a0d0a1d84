package com.scalekit.spring.benchmarks.ratios;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.springframework.util.Assert;

import com.scalekit.spring.benchmarks.client.Clients;
import com.scalekit.spring.benchmarks.client.Load;
import com.scalekit.spring.benchmarks.client.Variant;
import com.scalekit.spring.benchmarks.process.Cost;
import com.scalekit.spring.benchmarks.server.ServerProcess;
import com.scalekit.spring.benchmarks.server.ServerSettings;

/**
 * Throughput, processor time and allocation of a call.
 */
final class CallCosts implements Comparison {

	private static final int WARM_UPS = 6;

	private static final int ROUNDS = 15;

	private static final int CALLS = 10_000;

	private static final List<Variant> WEB_CLIENTS = List.of(Variant.WEB_CLIENT, Variant.SPRING_SECURITY,
			Variant.REACTIVE_ORGANIZATIONS_CLIENT, Variant.BLOCKING_WEB_CLIENT, Variant.ORGANIZATIONS_CLIENT);

	private static final List<Variant> REST_CLIENTS = List.of(Variant.ORGANIZATIONS_CLIENT, Variant.REST_CLIENT,
			Variant.REST_CLIENT_OVER_REACTOR_NETTY);

	@Override
	public void run() {
		measure("plain HTTP", ServerSettings.steady());
		measure("TLS", ServerSettings.steady().withTls());
	}

	/**
	 * The client of the JDK has threads that outlast its calls, so it does not take turns
	 * with those that the others are compared with.
	 */
	private static void measure(String protocol, ServerSettings settings) {
		Rounds<Variant, Cost> webClients = measure(WEB_CLIENTS, settings);
		Rounds<Variant, Cost> restClients = measure(REST_CLIENTS, settings);
		MarkdownTable ratios = new MarkdownTable(
				"Cost of a call, %s: median (quartiles) of %d rounds".formatted(protocol, ROUNDS), "", "throughput",
				"processor time", "allocation");
		row(ratios, webClients, "c/a", Variant.REACTIVE_ORGANIZATIONS_CLIENT, Variant.WEB_CLIENT);
		row(ratios, webClients, "c/b", Variant.REACTIVE_ORGANIZATIONS_CLIENT, Variant.SPRING_SECURITY);
		row(ratios, webClients, "e/d", Variant.ORGANIZATIONS_CLIENT, Variant.BLOCKING_WEB_CLIENT);
		row(ratios, restClients, "e/f", Variant.ORGANIZATIONS_CLIENT, Variant.REST_CLIENT);
		row(ratios, restClients, "e/g", Variant.ORGANIZATIONS_CLIENT, Variant.REST_CLIENT_OVER_REACTOR_NETTY);
		MarkdownTable costs = new MarkdownTable(
				"On this machine, %s, server on the same processors".formatted(protocol), "", "calls/s",
				"processor time, µs", "allocation, bytes");
		WEB_CLIENTS.forEach((variant) -> row(costs, webClients, variant));
		REST_CLIENTS.stream()
			.filter((variant) -> !WEB_CLIENTS.contains(variant))
			.forEach((variant) -> row(costs, restClients, variant));
	}

	private static Rounds<Variant, Cost> measure(List<Variant> variants, ServerSettings settings) {
		ExecutorService threads = Executors.newFixedThreadPool(Load.CONCURRENCY);
		try (ServerProcess server = ServerProcess.start(settings); Clients clients = new Clients(server.url())) {
			Map<Variant, Load> loads = new EnumMap<>(Variant.class);
			variants.forEach((variant) -> loads.put(variant, variant.load(clients, threads)));
			Rounds.measure(WARM_UPS, variants, (variant) -> costOfCall(loads, variant));
			return Rounds.measure(ROUNDS, variants, (variant) -> costOfCall(loads, variant));
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static Cost costOfCall(Map<Variant, Load> loads, Variant variant) {
		Load load = Objects.requireNonNull(loads.get(variant));
		return Cost.perCall(() -> {
			long failures = load.run(CALLS);
			Assert.state(failures == 0, () -> failures + " calls failed");
		}, CALLS);
	}

	private static void row(MarkdownTable table, Rounds<Variant, Cost> rounds, String label, Variant variant,
			Variant reference) {
		table.row(label, rounds.ratio(reference, variant, Cost::nanos),
				rounds.ratio(variant, reference, Cost::cpuNanos), rounds.ratio(variant, reference, Cost::bytes));
	}

	private static void row(MarkdownTable table, Rounds<Variant, Cost> rounds, Variant variant) {
		table.row(variant, "%.0f".formatted(1_000_000_000 / rounds.median(variant, Cost::nanos)),
				"%.1f".formatted(rounds.median(variant, Cost::cpuNanos) / 1_000),
				"%.0f".formatted(rounds.median(variant, Cost::bytes)));
	}

}
