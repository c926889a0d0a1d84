package com.scalekit.spring.client.http;

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
	 * Make attempts until one of them succeeds or it is decided to give up. The first one
	 * is started at once, so this is to be called when there is a subscriber.
	 * @param attempt starts an attempt
	 * @param pause decides after a failure what to wait for, or with {@code null} to give
	 * up
	 * @param <T> the type of the result
	 * @return the result of the last attempt
	 */
	public static <T> Mono<T> attempts(Supplier<Mono<T>> attempt, Function<Throwable, @Nullable Mono<?>> pause) {
		return attempt.get().onErrorResume((failure) -> {
			Mono<?> wait = pause.apply(failure);
			return (wait != null) ? wait.then(Mono.defer(() -> attempts(attempt, pause))) : Mono.error(failure);
		});
	}

}
