package com.scalekit.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import reactor.core.Disposable;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.http.client.reactive.ClientHttpConnector;

import com.scalekit.spring.client.http.ConnectionPools;

/**
 * The connectors of the Scalekit clients: what the application uses for its own HTTP
 * clients, but with connection pools of their own where that is Reactor Netty.
 */
final class ScalekitConnectors implements AutoCloseable {

	private final ClientHttpConnector forCalls;

	private final ClientHttpConnector forTokens;

	private final List<Disposable> connectionPools = new ArrayList<>();

	ScalekitConnectors(ClientHttpConnectorBuilder<?> builder, HttpClientSettings settings, Duration requestTimeout) {
		this.forCalls = withPool(builder, requestTimeout, ConnectionPools::forCalls).build(settings);
		this.forTokens = withPool(builder, requestTimeout, ConnectionPools::forTokens).build(settings);
	}

	private ClientHttpConnectorBuilder<?> withPool(ClientHttpConnectorBuilder<?> builder, Duration acquireTimeout,
			Function<Duration, ConnectionProvider> poolFactory) {
		if (builder instanceof ReactorClientHttpConnectorBuilder reactor) {
			ConnectionProvider connectionPool = poolFactory.apply(acquireTimeout);
			this.connectionPools.add(connectionPool);
			return reactor.withHttpClientFactory(() -> HttpClient.create(connectionPool));
		}
		return builder;
	}

	ClientHttpConnector forCalls() {
		return this.forCalls;
	}

	ClientHttpConnector forTokens() {
		return this.forTokens;
	}

	@Override
	public void close() {
		this.connectionPools.forEach(Disposable::dispose);
	}

}
