package com.scalekit.spring.benchmarks.client;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;

/**
 * Makes calls at a fixed rate, whether or not earlier ones have ended. Their time counts
 * from when they were due, so that a pause of the machine or of the client is not left
 * out.
 */
public final class OpenLoop implements AutoCloseable {

	private static final long NANOS_PER_SECOND = 1_000_000_000;

	private static final long SECONDS_TO_END = 15;

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	private final Supplier<Mono<?>> call;

	private final Consumer<Call> listener;

	private final long period;

	private final long startNanos = System.nanoTime();

	private final long startMillis = System.currentTimeMillis();

	private final AtomicLong started = new AtomicLong();

	private final AtomicLong ended = new AtomicLong();

	private OpenLoop(Supplier<Mono<?>> call, int callsPerSecond, Consumer<Call> listener) {
		this.call = call;
		this.listener = listener;
		this.period = NANOS_PER_SECOND / callsPerSecond;
	}

	/**
	 * Start to make calls.
	 * @param call the call
	 * @param callsPerSecond the rate
	 * @param listener is told of each call that has ended
	 * @return the running load
	 */
	public static OpenLoop start(Supplier<Mono<?>> call, int callsPerSecond, Consumer<Call> listener) {
		OpenLoop load = new OpenLoop(call, callsPerSecond, listener);
		load.timer.scheduleAtFixedRate(load::makeCall, 0, load.period, TimeUnit.NANOSECONDS);
		return load;
	}

	private void makeCall() {
		long due = this.started.getAndIncrement() * this.period;
		this.call.get().subscribe((result) -> end(due, false), (failure) -> end(due, true));
	}

	private void end(long due, boolean failed) {
		long nanos = System.nanoTime() - this.startNanos - due;
		this.listener.accept(new Call(this.startMillis + TimeUnit.NANOSECONDS.toMillis(due), nanos, failed));
		this.ended.incrementAndGet();
	}

	/**
	 * Make no more calls and wait for those that have not ended.
	 */
	@Override
	public void close() {
		this.timer.shutdown();
		long deadline = System.nanoTime() + SECONDS_TO_END * NANOS_PER_SECOND;
		while (this.ended.get() < this.started.get() && System.nanoTime() < deadline) {
			LockSupport.parkNanos(this.period);
		}
	}

	/**
	 * A call.
	 *
	 * @param startMillis when it was due, in milliseconds of the epoch
	 * @param nanos how long it took from then on
	 * @param failed whether it failed
	 */
	public record Call(long startMillis, long nanos, boolean failed) {

	}

}
