package com.scalekit.spring.client.http;

import java.util.function.Function;
import java.util.function.Supplier;

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
	 * @param decision decides after a failure: completes when it is time for another
	 * attempt, and fails to give up
	 * @param <T> the type of the result
	 * @return the result of the last attempt, or the failure of the decision
	 */
	public static <T> Mono<T> attempts(Supplier<Mono<T>> attempt, Function<Throwable, Mono<?>> decision) {
		return attempt.get()
			.onErrorResume((failure) -> decision.apply(failure).then(Mono.defer(() -> attempts(attempt, decision))));
	}

}
