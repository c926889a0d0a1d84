package com.scalekit.spring.benchmarks.soak;

import java.lang.management.ManagementFactory;

import com.scalekit.spring.benchmarks.process.Memory;
import com.scalekit.spring.benchmarks.server.ServerProcess;

/**
 * What could grow.
 *
 * @param usedKilobytes the used heap after a collection
 * @param threads the threads of this JVM
 * @param connections the connections that are open at the server
 */
record Sample(long usedKilobytes, long threads, long connections) {

	static Sample take(ServerProcess server) {
		return new Sample(Memory.usedKilobytesAfterCollection(), ManagementFactory.getThreadMXBean().getThreadCount(),
				server.statistics().connections());
	}

}
