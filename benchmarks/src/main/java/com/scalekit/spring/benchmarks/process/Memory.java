package com.scalekit.spring.benchmarks.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The memory of this JVM.
 */
public final class Memory {

	private static final int BYTES_PER_KILOBYTE = 1024;

	private Memory() {
	}

	/**
	 * Collect the garbage and measure what is left.
	 * @return the used heap in kilobytes
	 */
	public static long usedKilobytesAfterCollection() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_KILOBYTE;
	}

	/**
	 * The memory of the whole process, on Linux.
	 * @return the resident memory in kilobytes
	 * @throws IOException if the system does not tell it
	 */
	public static long residentKilobytes() throws IOException {
		return Files.readAllLines(Path.of("/proc/self/status"))
			.stream()
			.filter((line) -> line.startsWith("VmRSS:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
			.findFirst()
			.orElseThrow();
	}

}
