package com.scalekit.spring.benchmarks.process;

import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

/**
 * What this JVM has used up, in all of its threads. The threads have to be the same ones
 * at both ends of a measurement.
 *
 * @param nanos the time
 * @param cpuNanos the processor time
 * @param bytes the allocated memory
 */
public record Cost(double nanos, double cpuNanos, double bytes) {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	/**
	 * Measure the cost of an action.
	 * @param action the action
	 * @param calls the calls it consists of
	 * @return the cost of a call
	 */
	public static Cost perCall(Runnable action, int calls) {
		Cost before = now();
		action.run();
		Cost after = now();
		return new Cost((after.nanos - before.nanos) / calls, (after.cpuNanos - before.cpuNanos) / calls,
				(after.bytes - before.bytes) / calls);
	}

	private static Cost now() {
		long bytes = LongStream.of(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
			.filter((allocated) -> allocated > 0)
			.sum();
		return new Cost(System.nanoTime(), SYSTEM.getProcessCpuTime(), bytes);
	}

}
