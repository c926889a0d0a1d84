package com.scalekit.spring.benchmarks.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.convert.DurationStyle;

import com.scalekit.spring.benchmarks.client.Clients;
import com.scalekit.spring.benchmarks.client.Load;
import com.scalekit.spring.benchmarks.client.OpenLoop;
import com.scalekit.spring.benchmarks.server.Faults;
import com.scalekit.spring.benchmarks.server.ServerProcess;
import com.scalekit.spring.benchmarks.server.ServerSettings;
import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

/**
 * Keeps the clients under a constant load, with access tokens that are replaced all the
 * time and a server that fails now and then, and checks that they do not gather memory,
 * threads or connections.
 */
public final class SoakRunner {

	private static final Duration DURATION = Duration.ofMinutes(10);

	private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(1);

	private static final int INTERVALS = 10;

	private static final Duration TOKEN_LIFETIME = Duration.ofSeconds(30);

	private static final Duration TOKEN_DELAY = Duration.ofMillis(200);

	/** Shorter than the slow answers of the server. */
	private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(3);

	private static final int CALLS_PER_SECOND = 100;

	private SoakRunner() {
	}

	/**
	 * Run for a while.
	 * @param arguments the duration, such as {@code 30m}; 10 minutes if it is missing
	 * @throws InterruptedException if the run is interrupted
	 * @throws IllegalStateException if something has grown
	 */
	public static void main(String[] arguments) throws InterruptedException {
		Duration duration = (arguments.length > 0) ? DurationStyle.detectAndParse(arguments[0]) : DURATION;
		Duration interval = duration.dividedBy(INTERVALS);
		interval = (interval.compareTo(LONGEST_INTERVAL) < 0) ? interval : LONGEST_INTERVAL;
		ExecutorService threads = Executors.newFixedThreadPool(Load.CONCURRENCY);
		try (ServerProcess server = ServerProcess
			.start(ServerSettings.steady().withTokens(TOKEN_LIFETIME, TOKEN_DELAY).withFaults(Faults.SOME));
				ScalekitClients clients = ScalekitClients.builder(server.url(), "skc_1234", "test_secret")
					.requestTimeout(REQUEST_TIMEOUT)
					.build()) {
			run(server, clients, Schedulers.fromExecutor(threads), duration, interval);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static void run(ServerProcess server, ScalekitClients clients, Scheduler threads, Duration duration,
			Duration interval) throws InterruptedException {
		Calls calls = new Calls();
		ReactiveOrganizationsClient reactive = clients.create(ReactiveOrganizationsClient.class);
		OrganizationsClient blocking = clients.create(OrganizationsClient.class);
		List<Sample> samples = new ArrayList<>();
		System.out.println("| seconds | calls | failed | token requests | used heap, kB | threads | connections |");
		System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
		OpenLoop reactiveLoad = OpenLoop.start(() -> reactive.list(Clients.PAGE_SIZE, null), CALLS_PER_SECOND,
				calls::count);
		OpenLoop blockingLoad = OpenLoop.start(
				() -> Mono.fromCallable(() -> blocking.list(Clients.PAGE_SIZE, null)).subscribeOn(threads),
				CALLS_PER_SECOND, calls::count);
		try (reactiveLoad; blockingLoad) {
			long start = System.nanoTime();
			while (System.nanoTime() - start < duration.toNanos()) {
				Thread.sleep(interval.toMillis());
				Sample sample = Sample.take(server);
				samples.add(sample);
				System.out.printf("| %d | %d | %d | %d | %d | %d | %d |%n",
						Duration.ofNanos(System.nanoTime() - start).toSeconds(), calls.all.get(), calls.failed.get(),
						server.statistics().tokenRequests(), sample.usedKilobytes(), sample.threads(),
						sample.connections());
			}
		}
		Growth.check(samples);
	}

	private static final class Calls {

		private final AtomicLong all = new AtomicLong();

		private final AtomicLong failed = new AtomicLong();

		private void count(OpenLoop.Call call) {
			this.all.incrementAndGet();
			if (call.failed()) {
				this.failed.incrementAndGet();
			}
		}

	}

}
