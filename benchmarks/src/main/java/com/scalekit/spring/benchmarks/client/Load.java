package com.scalekit.spring.benchmarks.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes calls, as many at a time as a client has connections or threads.
 */
@FunctionalInterface
public interface Load {

	/**
	 * The calls at a time, and the threads that make them if they are blocking.
	 */
	int CONCURRENCY = 32;

	/**
	 * Make calls and wait for all of them.
	 * @param calls the number of calls
	 * @return the number of calls that failed
	 */
	long run(int calls);

	/**
	 * Make reactive calls.
	 * @param call the call
	 * @param concurrency the calls at a time
	 * @return the load
	 */
	static Load reactive(Supplier<? extends Mono<?>> call, int concurrency) {
		return (calls) -> {
			AtomicLong failures = new AtomicLong();
			Flux.range(0, calls)
				.flatMap((index) -> call.get().doOnError((failure) -> failures.incrementAndGet()).onErrorComplete(),
						concurrency)
				.blockLast();
			return failures.get();
		};
	}

	/**
	 * Make blocking calls on {@value #CONCURRENCY} threads.
	 * @param call the call
	 * @param threads runs the threads
	 * @return the load
	 */
	static Load blocking(Supplier<?> call, ExecutorService threads) {
		return (calls) -> {
			AtomicInteger started = new AtomicInteger();
			AtomicLong failures = new AtomicLong();
			List<Future<?>> running = new ArrayList<>();
			for (int thread = 0; thread < CONCURRENCY; thread++) {
				running.add(threads.submit(() -> {
					while (started.getAndIncrement() < calls) {
						try {
							call.get();
						}
						catch (RuntimeException ex) {
							failures.incrementAndGet();
						}
					}
				}));
			}
			running.forEach(Load::await);
			return failures.get();
		};
	}

	private static void await(Future<?> running) {
		try {
			running.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

}
