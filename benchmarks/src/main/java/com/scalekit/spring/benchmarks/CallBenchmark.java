package com.scalekit.spring.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import com.scalekit.spring.benchmarks.client.Clients;
import com.scalekit.spring.benchmarks.client.Load;
import com.scalekit.spring.benchmarks.client.Variant;
import com.scalekit.spring.benchmarks.server.ServerProcess;
import com.scalekit.spring.benchmarks.server.ServerSettings;

/**
 * Lists organizations. An invocation is a batch of calls; scores are for a single call.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init")
public class CallBenchmark {

	private static final int BATCH = 1000;

	/**
	 * The variant.
	 */
	@Param
	public Variant variant = Variant.WEB_CLIENT;

	private ServerProcess server;

	private ExecutorService threads;

	private Clients clients;

	private Load load;

	/**
	 * Start the server and create the client.
	 */
	@Setup
	public void start() {
		this.server = ServerProcess.start(ServerSettings.steady());
		this.threads = Executors.newFixedThreadPool(Load.CONCURRENCY);
		this.clients = new Clients(this.server.url());
		this.load = this.variant.load(this.clients, this.threads);
	}

	/**
	 * Close the client and stop the server.
	 */
	@TearDown
	public void stop() {
		this.clients.close();
		this.threads.shutdownNow();
		this.server.close();
	}

	/**
	 * Make the calls of a batch.
	 * @return the number of calls that failed
	 */
	@Benchmark
	@OperationsPerInvocation(BATCH)
	public long list() {
		long failures = this.load.run(BATCH);
		if (failures > 0) {
			throw new IllegalStateException(failures + " calls failed");
		}
		return failures;
	}

}
