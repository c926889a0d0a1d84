package com.scalekit.spring.benchmarks.ratios;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.scalekit.spring.benchmarks.process.Launch;
import com.scalekit.spring.benchmarks.startup.MvcApplication;

/**
 * How long a minimal MVC application takes to start, with Scalekit and without it. Other
 * libraries are the same.
 */
final class StartUp implements Comparison {

	private static final String WITHOUT = "without Scalekit";

	private static final String WITH = "with Scalekit";

	/** The benchmarks need these jars; the application does not. */
	private static final Pattern BENCHMARK_JARS = Pattern
		.compile("(jmh|jopt-simple|commons-math3|HdrHistogram|standardwebhooks"
				+ "|spring-boot-(starter-)?(webflux|reactor-netty))-.*\\.jar");

	private static final Pattern SCALEKIT_JARS = Pattern
		.compile("scalekit-(client|webhooks|spring-boot-autoconfigure|spring-boot-starter)-.*\\.jar");

	@Override
	public void run() {
		String with = without(System.getProperty("java.class.path"), BENCHMARK_JARS);
		String without = without(with, SCALEKIT_JARS);
		Launches.compare("Start-up of a minimal MVC application", WITHOUT, WITH,
				(variant) -> start(variant.equals(WITH) ? with : without));
	}

	private static String without(String classPath, Pattern excluded) {
		return Stream.of(classPath.split(File.pathSeparator))
			.filter((entry) -> !excluded.matcher(String.valueOf(Path.of(entry).getFileName())).matches())
			.collect(Collectors.joining(File.pathSeparator));
	}

	/**
	 * The properties are given in both cases; without Scalekit nobody reads them.
	 */
	private static Launch start(String classPath) {
		return Launch.of(MvcApplication.class, classPath, List.of(),
				List.of("--server.port=0", "--server.address=127.0.0.1", "--spring.main.banner-mode=off",
						"--scalekit.environment-url=https://acme.scalekit.com", "--scalekit.client-id=skc_1234",
						"--scalekit.client-secret=test_secret"));
	}

}
