package com.scalekit.spring.benchmarks.ratios;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.scalekit.spring.benchmarks.process.JavaProcess;
import com.scalekit.spring.benchmarks.startup.MvcApplication;

/**
 * How long a minimal MVC application takes to start, with and without the starter. Both
 * run by turns.
 */
final class StartUp implements Comparison {

	private static final int PAIRS = 9;

	private static final double NANOS_PER_MILLISECOND = 1e6;

	/** The benchmarks need these jars; the application does not. */
	private static final Pattern BENCHMARK_JARS = Pattern.compile("(jmh|jopt-simple|commons-math3)-.*");

	/** What the starter adds to the class path of an MVC application. */
	private static final Pattern STARTER_JARS = Pattern.compile("(scalekit|spring-boot-starter-webclient"
			+ "|spring-boot-webclient|spring-boot-http-client|spring-boot-http-codec|spring-boot-reactor"
			+ "|spring-webflux|spring-security|reactor|reactive-streams|netty|oauth2-oidc-sdk|nimbus"
			+ "|content-type|lang-tag|json-smart|accessors-smart|asm|jcip-annotations).*");

	@Override
	public void run() {
		String with = classPath(BENCHMARK_JARS);
		String without = classPath(Pattern.compile(BENCHMARK_JARS + "|" + STARTER_JARS));
		List<Start> starterStarts = new ArrayList<>();
		List<Start> plainStarts = new ArrayList<>();
		List<Runnable> order = new ArrayList<>(
				List.of(() -> plainStarts.add(start(without)), () -> starterStarts.add(start(with))));
		for (int pair = 0; pair < PAIRS; pair++) {
			order.forEach(Runnable::run);
			Collections.reverse(order);
		}
		print(plainStarts, starterStarts);
	}

	private static void print(List<Start> plain, List<Start> starter) {
		MarkdownTable table = new MarkdownTable(
				"Start-up of a minimal MVC application: medians of %d pairs".formatted(PAIRS), "", "to ready, ms",
				"processor time, ms");
		table.row("without the starter", median(plain, Start::milliseconds), median(plain, Start::cpuMilliseconds));
		table.row("with the starter", median(starter, Start::milliseconds), median(starter, Start::cpuMilliseconds));
		table.row("ratio: median (quartiles)", ratio(starter, plain, Start::milliseconds),
				ratio(starter, plain, Start::cpuMilliseconds));
	}

	private static String median(List<Start> starts, ToDoubleFunction<Start> value) {
		return "%.0f".formatted(new Quantiles(starts.stream().mapToDouble(value)).median());
	}

	private static String ratio(List<Start> starts, List<Start> references, ToDoubleFunction<Start> value) {
		return new Quantiles(IntStream.range(0, PAIRS)
			.mapToDouble((pair) -> value.applyAsDouble(starts.get(pair)) / value.applyAsDouble(references.get(pair))))
			.spread();
	}

	private static String classPath(Pattern excluded) {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.endsWith(".jar")
					|| !excluded.matcher(String.valueOf(Path.of(entry).getFileName())).matches())
			.collect(Collectors.joining(File.pathSeparator));
	}

	/**
	 * The properties are given in both cases; without the starter nobody reads them.
	 */
	private static Start start(String classPath) {
		long start = System.nanoTime();
		try (JavaProcess application = JavaProcess.start(MvcApplication.class, classPath, List.of(),
				List.of("--server.port=0", "--server.address=127.0.0.1", "--spring.main.banner-mode=off",
						"--scalekit.environment-url=https://acme.scalekit.com", "--scalekit.client-id=skc_1234",
						"--scalekit.client-secret=test_secret"))) {
			double cpuMilliseconds = Double.parseDouble(application.readLine());
			return new Start((System.nanoTime() - start) / NANOS_PER_MILLISECOND, cpuMilliseconds);
		}
	}

	private record Start(double milliseconds, double cpuMilliseconds) {

	}

}
