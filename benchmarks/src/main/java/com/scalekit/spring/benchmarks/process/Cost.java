package com.scalekit.spring.benchmarks.process;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

/**
 * What this JVM has used up, in all of its threads. The allocation of threads that end
 * during a measurement is not known.
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
		return perCall(action, calls, SYSTEM::getProcessCpuTime);
	}

	/**
	 * Measure the cost of an action that takes a few milliseconds only. The processor
	 * time is that of the threads, which is exact, but without the compiler and the
	 * garbage collector.
	 * @param action the action
	 * @param calls the calls it consists of
	 * @return the cost of a call
	 */
	public static Cost perCallInThreads(Runnable action, int calls) {
		return perCall(action, calls,
				() -> LongStream.of(THREADS.getThreadCpuTime(THREADS.getAllThreadIds()))
					.filter((time) -> time > 0)
					.sum());
	}

	private static Cost perCall(Runnable action, int calls, LongSupplier cpuTime) {
		Map<Long, Long> allocatedBefore = allocatedBytes();
		long cpuNanosBefore = cpuTime.getAsLong();
		long nanosBefore = System.nanoTime();
		action.run();
		double nanos = System.nanoTime() - nanosBefore;
		double cpuNanos = cpuTime.getAsLong() - cpuNanosBefore;
		double bytes = allocatedBytes().entrySet()
			.stream()
			.mapToLong((thread) -> thread.getValue() - allocatedBefore.getOrDefault(thread.getKey(), 0L))
			.sum();
		return new Cost(nanos / calls, cpuNanos / calls, bytes / calls);
	}

	/**
	 * What each thread that is alive has allocated.
	 */
	private static Map<Long, Long> allocatedBytes() {
		Map<Long, Long> allocated = new HashMap<>();
		for (long thread : THREADS.getAllThreadIds()) {
			allocated.put(thread, Math.max(0, THREADS.getThreadAllocatedBytes(thread)));
		}
		return allocated;
	}

}
