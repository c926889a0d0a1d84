package com.scalekit.spring.benchmarks.process;

import java.lang.management.ManagementFactory;

/**
 * The heap of this JVM.
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

}
