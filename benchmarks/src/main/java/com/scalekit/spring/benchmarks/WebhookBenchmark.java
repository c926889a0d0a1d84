package com.scalekit.spring.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import com.scalekit.spring.benchmarks.webhooks.Check;
import com.scalekit.spring.benchmarks.webhooks.Checks;

/**
 * Checks webhooks of 4 KB, in one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init")
public class WebhookBenchmark {

	/**
	 * The variant.
	 */
	@Param
	public Check check = Check.HANDWRITTEN;

	private Checks checks;

	/**
	 * Sign the deliveries.
	 */
	@Setup
	public void sign() {
		this.checks = new Checks(this.check);
	}

	/**
	 * Check a delivery.
	 */
	@Benchmark
	public void check() {
		this.checks.run(1);
	}

}
