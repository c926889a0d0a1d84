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

/**
 * A connector that can be replaced while it is in use. Calls that have begun end with the
 * connector they began with, so that one is closed only after the longest of them.
 */
final class ReloadableConnector implements ClientHttpConnector, AutoCloseable {

	private final Function<HttpClientSettings, OwnConnector> factory;

	private final Duration longestCall;

	private final Disposable.Composite open = Disposables.composite();

	private volatile @Nullable OwnConnector current;

	ReloadableConnector(Function<HttpClientSettings, OwnConnector> factory, Duration longestCall) {
		this.factory = factory;
		this.longestCall = longestCall;
	}

	/**
	 * Use these settings from now on. If they are not usable, the earlier ones are kept.
	 */
	void load(HttpClientSettings settings) {
		OwnConnector previous = this.current;
		OwnConnector next = this.factory.apply(settings);
		this.open.add(next);
		this.current = next;
		if (previous != null) {
			Schedulers.boundedElastic()
				.schedule(() -> retire(previous), this.longestCall.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	private void retire(OwnConnector connector) {
		this.open.remove(connector);
		connector.dispose();
	}

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
		return Objects.requireNonNull(this.current).connector().connect(method, uri, requestCallback);
	}

	@Override
	public void close() {
		this.open.dispose();
	}

}
