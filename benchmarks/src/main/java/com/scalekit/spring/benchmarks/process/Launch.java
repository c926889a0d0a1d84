package com.scalekit.spring.benchmarks.process;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.sun.management.OperatingSystemMXBean;

/**
 * What it takes a JVM to get from its start to a goal.
 *
 * @param milliseconds the time
 * @param cpuMilliseconds the processor time
 * @param loadedClasses the classes it has loaded
 */
public record Launch(double milliseconds, double cpuMilliseconds, double loadedClasses) {

	private static final double NANOS_PER_MILLISECOND = 1e6;

	/**
	 * Start a JVM and wait until it has reached its goal.
	 * @param mainClass the class to run, which calls {@link #goalReached()}
	 * @param classPath the class path
	 * @param options the options of the JVM
	 * @param arguments the arguments of the class
	 * @return what it took
	 */
	public static Launch of(Class<?> mainClass, String classPath, List<String> options, List<String> arguments) {
		long start = System.nanoTime();
		try (JavaProcess process = JavaProcess.start(mainClass, classPath, options, arguments)) {
			process.readLine();
			double milliseconds = (System.nanoTime() - start) / NANOS_PER_MILLISECOND;
			return new Launch(milliseconds, Double.parseDouble(process.readLine()),
					Double.parseDouble(process.readLine()));
		}
	}

	/**
	 * Tell the JVM that started this one, and end with it.
	 * @throws IOException if it cannot be told
	 */
	public static void goalReached() throws IOException {
		System.out.println("ready");
		OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		System.out.println(TimeUnit.NANOSECONDS.toMillis(system.getProcessCpuTime()));
		System.out.println(ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
		System.in.transferTo(OutputStream.nullOutputStream());
		Runtime.getRuntime().halt(0);
	}

}
