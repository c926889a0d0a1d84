package com.scalekit.spring.benchmarks.ratios;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;

import com.scalekit.spring.benchmarks.client.Clients;
import com.scalekit.spring.benchmarks.client.Load;
import com.scalekit.spring.benchmarks.server.ServerProcess;
import com.scalekit.spring.benchmarks.server.ServerSettings;

/**
 * How many access tokens are requested when many callers need the first one, and when
 * they come back after it has expired.
 */
final class ColdStart implements Comparison {

	private static final int CALLERS = 10_000;

	/** Made by another client: unpractised code would let the callers come too slowly. */
	private static final int WARM_UP_CALLS = 10_000;

	private static final Duration TOKEN_LIFETIME = Duration.ofSeconds(60);

	/** Long enough for all callers to come before the first token does. */
	private static final Duration TOKEN_DELAY = Duration.ofSeconds(3);

	/** Less than the lifetime, or Spring Security would request two tokens for a call. */
	private static final Duration CLOCK_SKEW = Duration.ofSeconds(2);

	@Override
	public void run() throws InterruptedException {
		MarkdownTable table = new MarkdownTable("Token requests for %d callers at once".formatted(CALLERS), "", "cold",
				"again at expiry", "failed calls");
		measure(table, "(b) WebClient, Spring Security", Clients::springSecurity);
		measure(table, "(c) ReactiveOrganizationsClient", Clients::reactiveOrganizationsClient);
	}

	private void measure(MarkdownTable table, String name, Function<Clients, Supplier<Mono<?>>> variant)
			throws InterruptedException {
		try (ServerProcess server = ServerProcess
			.start(ServerSettings.steady().withTokens(TOKEN_LIFETIME, TOKEN_DELAY));
				Clients warmUp = new Clients(server.url(), CLOCK_SKEW);
				Clients clients = new Clients(server.url(), CLOCK_SKEW)) {
			Load.reactive(variant.apply(warmUp), Load.CONCURRENCY).run(WARM_UP_CALLS);
			long before = server.statistics().tokenRequests();
			Load load = Load.reactive(variant.apply(clients), CALLERS);
			long failures = load.run(CALLERS);
			long cold = server.statistics().tokenRequests() - before;
			Thread.sleep(TOKEN_LIFETIME.toMillis());
			failures += load.run(CALLERS);
			table.row(name, cold, server.statistics().tokenRequests() - before - cold, failures);
		}
	}

}
