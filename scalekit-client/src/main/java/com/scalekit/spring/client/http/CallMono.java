package com.scalekit.spring.client.http;

import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/**
 * A call that is made once for each subscriber. Its deadline ends when the response has
 * been decoded, however long the subscriber takes to request the result.
 *
 * @param <T> the type of the result
 */
final class CallMono<T> extends Mono<T> {

	private final Supplier<Call> calls;

	private final Supplier<Mono<T>> exchange;

	private final boolean contentRequired;

	CallMono(Supplier<Call> calls, Supplier<Mono<T>> exchange, boolean contentRequired) {
		this.calls = calls;
		this.exchange = exchange;
		this.contentRequired = contentRequired;
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> subscriber) {
		Mono.fromFuture(() -> attempts(this.calls.get(), this.contentRequired).contextWrite(subscriber.currentContext())
			.toFuture()).subscribe(subscriber);
	}

	@Override
	public @Nullable T block() {
		Call call = this.calls.get();
		return await(call, attempts(call, this.contentRequired)::block);
	}

	/**
	 * A caller who blocks for an {@link Optional} needs no content.
	 */
	@Override
	public Optional<T> blockOptional() {
		Call call = this.calls.get();
		return await(call, attempts(call, false)::blockOptional);
	}

	private Mono<T> attempts(Call call, boolean contentRequired) {
		return call.attempts(contentRequired ? () -> this.exchange.get().switchIfEmpty(Mono.error(call::withoutContent))
				: this.exchange);
	}

	/**
	 * Reactor restores the interrupt status of the thread.
	 */
	private static <R> R await(Call call, Supplier<R> result) {
		try {
			return result.get();
		}
		catch (RuntimeException ex) {
			if (Exceptions.unwrap(ex) instanceof InterruptedException interruption) {
				throw call.interrupted(interruption);
			}
			throw ex;
		}
	}

}
