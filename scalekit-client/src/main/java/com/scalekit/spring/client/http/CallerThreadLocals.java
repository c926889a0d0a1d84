package com.scalekit.spring.client.http;

import java.util.concurrent.Executor;

import io.micrometer.context.ContextSnapshotFactory;

import org.springframework.util.ClassUtils;

/**
 * The {@code ThreadLocal} values of the thread that makes a call, as far as they are
 * registered with Micrometer's context propagation. Retries are made on other threads and
 * see the same values there.
 */
final class CallerThreadLocals {

	private static final boolean PRESENT = ClassUtils.isPresent("io.micrometer.context.ContextSnapshotFactory",
			CallerThreadLocals.class.getClassLoader());

	private CallerThreadLocals() {
	}

	/**
	 * Capture the values of the current thread.
	 * @return runs tasks with these values, on the thread it is called on
	 */
	static Executor capture() {
		return PRESENT ? Snapshots.capture() : Runnable::run;
	}

	private static final class Snapshots {

		private static final ContextSnapshotFactory FACTORY = ContextSnapshotFactory.builder().build();

		private static Executor capture() {
			return FACTORY.captureAll().wrapExecutor(Runnable::run);
		}

	}

}
