package com.scalekit.spring.benchmarks;

import java.util.Arrays;

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
	 * @param arguments {@code ratios}, {@code calls} or {@code soak}, and the arguments
	 * of that benchmark
	 * @throws Exception if the benchmark fails
	 */
	public static void main(String[] arguments) throws Exception {
		String[] remaining = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
		switch ((arguments.length > 0) ? arguments[0] : "") {
			case "ratios" -> RatiosRunner.main(remaining);
			case "calls" -> Main.main(remaining);
			case "soak" -> SoakRunner.main(remaining);
			default -> throw new IllegalArgumentException("Name a benchmark: ratios, calls or soak");
		}
		System.exit(0);
	}

}
