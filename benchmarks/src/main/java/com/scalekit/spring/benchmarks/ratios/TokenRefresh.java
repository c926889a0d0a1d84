package com.scalekit.spring.benchmarks.ratios;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

import org.HdrHistogram.DoubleHistogram;
import reactor.core.publisher.Mono;

import com.scalekit.spring.benchmarks.client.Clients;
import com.scalekit.spring.benchmarks.client.OpenLoop;
import com.scalekit.spring.benchmarks.client.OpenLoop.Call;
import com.scalekit.spring.benchmarks.server.ServerProcess;
import com.scalekit.spring.benchmarks.server.ServerSettings;
import com.scalekit.spring.benchmarks.server.Statistics;

/**
 * How long calls take while the access token is replaced. They are made at a fixed rate,
 * whether or not earlier ones have ended, by all clients at the same time.
 */
final class TokenRefresh implements Comparison {

	private static final Duration TOKEN_LIFETIME = Duration.ofSeconds(20);

	private static final Duration TOKEN_DELAY = Duration.ofMillis(500);

	/**
	 * A tenth of the lifetime. With its default of a minute, Spring Security would
	 * request these tokens anew for each call.
	 */
	private static final Duration CLOCK_SKEW = Duration.ofSeconds(2);

	private static final Duration WARM_UP = Duration.ofSeconds(8);

	private static final Duration DURATION = Duration.ofSeconds(62);

	private static final int CALLS_PER_SECOND = 200;

	@Override
	public void run() throws InterruptedException {
		try (Subject webClient = Subject.start("(a) WebClient, constant token", Clients::webClient);
				Subject springSecurity = Subject.start("(b) WebClient, Spring Security", Clients::springSecurity);
				Subject organizationsClient = Subject.start("(c) ReactiveOrganizationsClient",
						Clients::reactiveOrganizationsClient)) {
			Thread.sleep(DURATION.toMillis());
			MarkdownTable table = new MarkdownTable(
					"Calls around a token request of %d ms, %d calls/s, tokens of %d s"
						.formatted(TOKEN_DELAY.toMillis(), CALLS_PER_SECOND, TOKEN_LIFETIME.toSeconds()),
					"", "calls", "failed", "token requests", "otherwise: p50, ms", "p99, ms", "calls meanwhile",
					"meanwhile: p50, ms", "p99, ms");
			for (Subject subject : List.of(webClient, springSecurity, organizationsClient)) {
				subject.print(table);
			}
		}
	}

	private record Subject(String name, ServerProcess server, Clients clients, OpenLoop load, Queue<Call> calls,
			long start) implements AutoCloseable {

		/** The clocks of two processes on one machine differ by less. */
		private static final long TOLERANCE_MILLIS = 5;

		private static final double NANOS_PER_MILLISECOND = 1e6;

		static Subject start(String name, Function<Clients, Supplier<Mono<?>>> variant) {
			ServerProcess server = ServerProcess.start(ServerSettings.steady().withTokens(TOKEN_LIFETIME, TOKEN_DELAY));
			Clients clients = new Clients(server.url(), CLOCK_SKEW);
			Supplier<Mono<?>> call = variant.apply(clients);
			Queue<Call> calls = new ConcurrentLinkedQueue<>();
			OpenLoop load = OpenLoop.start(call, CALLS_PER_SECOND, calls::add);
			return new Subject(name, server, clients, load, calls, System.currentTimeMillis());
		}

		void print(MarkdownTable table) {
			this.load.close();
			List<Call> calls = this.calls.stream()
				.filter((call) -> call.startMillis() > this.start + WARM_UP.toMillis())
				.toList();
			Statistics statistics = this.server.statistics();
			List<Call> during = new ArrayList<>();
			List<Call> otherwise = new ArrayList<>();
			for (Call call : calls) {
				(isDuringTokenRequest(call, statistics.tokenRequestTimes()) ? during : otherwise).add(call);
			}
			table.row(this.name, calls.size(), calls.stream().filter(Call::failed).count(), statistics.tokenRequests(),
					milliseconds(otherwise, 50), milliseconds(otherwise, 99), during.size(), milliseconds(during, 50),
					milliseconds(during, 99));
		}

		private static boolean isDuringTokenRequest(Call call, List<Long> tokenRequestTimes) {
			return tokenRequestTimes.stream()
				.anyMatch((time) -> call.startMillis() >= time - TOLERANCE_MILLIS
						&& call.startMillis() <= time + TOKEN_DELAY.toMillis());
		}

		private static String milliseconds(List<Call> calls, double percentile) {
			DoubleHistogram milliseconds = new DoubleHistogram(3);
			calls.forEach((call) -> milliseconds.recordValue(call.nanos() / NANOS_PER_MILLISECOND));
			return calls.isEmpty() ? "-" : "%.1f".formatted(milliseconds.getValueAtPercentile(percentile));
		}

		@Override
		public void close() {
			this.load.close();
			this.clients.close();
			this.server.close();
		}

	}

}
