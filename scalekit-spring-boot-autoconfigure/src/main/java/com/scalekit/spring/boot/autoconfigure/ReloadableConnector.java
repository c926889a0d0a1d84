package com.scalekit.spring.boot.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.util.function.ThrowingConsumer;

/**
 * Connector that can be replaced while it is in use. Calls that have begun end with the
 * connector they began with, so that one is closed only after the longest of them.
 */
final class ReloadableConnector implements ClientHttpConnector, AutoCloseable {

	private final Function<HttpClientSettings, ClientHttpConnector> factory;

	private final Duration longestCall;

	private final Disposable.Composite open = Disposables.composite();

	private Disposable resources = Disposables.disposed();

	private volatile @Nullable ClientHttpConnector current;

	ReloadableConnector(Function<HttpClientSettings, ClientHttpConnector> factory, Duration longestCall) {
		this.factory = factory;
		this.longestCall = longestCall;
	}

	/**
	 * Use these settings from now on. If they are not usable, the earlier ones are kept.
	 */
	void load(HttpClientSettings settings) {
		ClientHttpConnector next = this.factory.apply(settings);
		Disposable replaced = this.resources;
		this.resources = resources(next);
		this.open.add(this.resources);
		this.current = next;
		if (!replaced.isDisposed()) {
			Schedulers.boundedElastic()
				.schedule(() -> retire(replaced), this.longestCall.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	private static Disposable resources(ClientHttpConnector connector) {
		return (connector instanceof AutoCloseable closeable)
				? () -> ThrowingConsumer.of(AutoCloseable::close).accept(closeable) : Disposables.disposed();
	}

	private void retire(Disposable replaced) {
		this.open.remove(replaced);
		replaced.dispose();
	}

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
		return Objects.requireNonNull(this.current).connect(method, uri, requestCallback);
	}

	@Override
	public void close() {
		this.open.dispose();
	}

}
