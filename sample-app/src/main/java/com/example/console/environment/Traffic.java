package com.example.console.environment;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

/**
 * Calls Scalekit again and again, so that there is something to watch.
 */
@Component
@Conditional(NoEnvironmentUrl.class)
public class Traffic implements DisposableBean {

	private static final Duration PAUSE = Duration.ofMillis(100);

	private static final Duration LENGTH = Duration.ofMinutes(5);

	private final ReactiveOrganizationsClient organizations;

	private final AtomicLong answered = new AtomicLong();

	private final AtomicLong failed = new AtomicLong();

	private @Nullable Disposable calls;

	Traffic(ReactiveOrganizationsClient organizations) {
		this.organizations = organizations;
	}

	synchronized void start() {
		stop();
		this.calls = Flux.interval(PAUSE).onBackpressureDrop().take(LENGTH).flatMap((tick) -> call()).subscribe();
	}

	private Mono<?> call() {
		return this.organizations.list()
			.doOnNext((page) -> this.answered.incrementAndGet())
			.doOnError((ex) -> this.failed.incrementAndGet())
			.onErrorComplete();
	}

	synchronized void stop() {
		if (this.calls != null) {
			this.calls.dispose();
		}
	}

	public synchronized boolean isRunning() {
		return this.calls != null && !this.calls.isDisposed();
	}

	public long getAnswered() {
		return this.answered.get();
	}

	public long getFailed() {
		return this.failed.get();
	}

	@Override
	public void destroy() {
		stop();
	}

}
