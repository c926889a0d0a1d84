package com.example.console.environment;

import java.time.Duration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;

/**
 * Calls Scalekit ten times a second, and the console once a second as a program would, so
 * that there is something to watch.
 */
@Component
@Conditional(NoEnvironmentUrl.class)
public class Traffic implements DisposableBean {

	private final ReactiveOrganizationsClient organizations;

	private final ScalekitServer scalekit;

	private final Environment environment;

	private final Counter answered;

	private final Counter failed;

	private final WebClient program = WebClient.create();

	private @Nullable Disposable calls;

	Traffic(ReactiveOrganizationsClient organizations, ScalekitServer scalekit, Environment environment,
			MeterRegistry meters) {
		this.organizations = organizations;
		this.scalekit = scalekit;
		this.environment = environment;
		this.answered = meters.counter("console.calls", "outcome", "answered");
		this.failed = meters.counter("console.calls", "outcome", "failed");
	}

	synchronized void start() {
		stop();
		this.calls = Flux.interval(Duration.ofMillis(100))
			.onBackpressureDrop()
			.take(Duration.ofMinutes(5))
			.flatMap((tick) -> (tick % 10 == 0) ? call().and(callConsole()) : call())
			.subscribe();
	}

	private Mono<?> call() {
		return this.organizations.list()
			.doOnNext((page) -> this.answered.increment())
			.doOnError((ex) -> this.failed.increment())
			.onErrorComplete();
	}

	private Mono<?> callConsole() {
		String url = this.environment
			.resolvePlaceholders("http://localhost:${local.server.port}${server.servlet.context-path:}/api/me");
		return this.program.get()
			.uri(url)
			.headers((headers) -> headers.setBearerAuth(this.scalekit.accessTokens().user("usr_program").sign()))
			.retrieve()
			.toBodilessEntity()
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

	@Override
	public void destroy() {
		stop();
	}

}
