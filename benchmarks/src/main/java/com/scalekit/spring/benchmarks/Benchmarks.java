package com.scalekit.spring.benchmarks;

import java.util.Arrays;
import java.util.stream.Stream;

import org.openjdk.jmh.Main;

import com.scalekit.spring.benchmarks.ratios.RatiosRunner;
import com.scalekit.spring.benchmarks.soak.SoakRunner;

/**
 * Runs what its first argument names.
 */
public final class Benchmarks {

	private Benchmarks() {
	}

	/**
	 * Run a benchmark.
	 * @param arguments {@code ratios}, {@code calls}, {@code webhooks} or {@code soak},
	 * and the arguments of that benchmark
	 * @throws Exception if the benchmark fails
	 */
	public static void main(String[] arguments) throws Exception {
		String[] remaining = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
		switch ((arguments.length > 0) ? arguments[0] : "") {
			case "ratios" -> RatiosRunner.main(remaining);
			case "calls" -> jmh(CallBenchmark.class, remaining);
			case "webhooks" -> jmh(WebhookBenchmark.class, remaining);
			case "soak" -> SoakRunner.main(remaining);
			default -> throw new IllegalArgumentException("Name a benchmark: ratios, calls, webhooks or soak");
		}
		System.exit(0);
	}

	private static void jmh(Class<?> benchmark, String[] options) throws Exception {
		Main.main(Stream.concat(Stream.of(benchmark.getName()), Stream.of(options)).toArray(String[]::new));
	}

}
