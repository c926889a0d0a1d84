package com.scalekit.spring.benchmarks.ratios;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.scalekit.spring.benchmarks.client.Clients;
import com.scalekit.spring.benchmarks.client.Load;
import com.scalekit.spring.benchmarks.client.Variant;
import com.scalekit.spring.benchmarks.process.Cost;
import com.scalekit.spring.benchmarks.server.Faults;
import com.scalekit.spring.benchmarks.server.ServerProcess;
import com.scalekit.spring.benchmarks.server.ServerSettings;

/**
 * How many requests a call costs a server that answers nothing but 503.
 */
final class FullOutage implements Comparison {

	private static final int CALLS = 1000;

	private static final double NANOS_PER_SECOND = 1e9;

	@Override
	public void run() {
		MarkdownTable table = new MarkdownTable("%d calls while the server answers 503".formatted(CALLS), "",
				"requests per call", "failed calls", "seconds");
		ExecutorService threads = Executors.newFixedThreadPool(Load.CONCURRENCY);
		for (Variant variant : List.of(Variant.WEB_CLIENT, Variant.SPRING_SECURITY,
				Variant.REACTIVE_ORGANIZATIONS_CLIENT, Variant.ORGANIZATIONS_CLIENT,
				Variant.REST_CLIENT_OVER_REACTOR_NETTY)) {
			try (ServerProcess server = ServerProcess.start(ServerSettings.steady().withFaults(Faults.OUTAGE));
					Clients clients = new Clients(server.url())) {
				Load load = variant.load(clients, threads);
				long[] failures = new long[1];
				Cost cost = Cost.perCall(() -> failures[0] = load.run(CALLS), 1);
				table.row(variant, "%.2f".formatted((double) server.statistics().calls() / CALLS), failures[0],
						"%.1f".formatted(cost.nanos() / NANOS_PER_SECOND));
			}
		}
		threads.shutdownNow();
	}

}
