package com.scalekit.spring.client.http;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Tries something again after a failure.
 */
public final class Retrying {

	private Retrying() {
	}

	/**
	 * Make attempts until one of them succeeds or it is decided to give up.
	 * @param attempt starts an attempt
	 * @param pause decides how long to wait after a failure, or with {@code null} to give
	 * up
	 * @param <T> the type of the result
	 * @return the result of the last attempt
	 */
	public static <T> Mono<T> attempts(Supplier<Mono<T>> attempt, Function<Throwable, @Nullable Duration> pause) {
		return Mono.defer(attempt).onErrorResume((failure) -> {
			Duration wait = pause.apply(failure);
			return (wait != null) ? Mono.delay(wait).then(attempts(attempt, pause)) : Mono.error(failure);
		});
	}

}
