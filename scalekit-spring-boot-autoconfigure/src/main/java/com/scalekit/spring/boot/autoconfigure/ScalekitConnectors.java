package com.scalekit.spring.boot.autoconfigure;

import java.time.Duration;

import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.http.client.reactive.ClientHttpConnector;

import com.scalekit.spring.client.http.ConnectionPools;

/**
 * The connectors of the Scalekit clients: what the application uses for its own HTTP
 * clients, but with connection pools of their own where that is Reactor Netty.
 */
final class ScalekitConnectors implements AutoCloseable {

	private final ReloadableConnector forCalls;

	private final ReloadableConnector forTokens;

	ScalekitConnectors(ClientHttpConnectorBuilder<?> builder, ConnectorSettings settings, Duration requestTimeout) {
		this.forCalls = new ReloadableConnector(
				(current) -> OwnConnector.build(builder, current, () -> ConnectionPools.forCalls(requestTimeout)),
				requestTimeout);
		this.forTokens = new ReloadableConnector(
				(current) -> OwnConnector.build(builder, current, () -> ConnectionPools.forTokens(requestTimeout)),
				requestTimeout);
		settings.use(this.forCalls::load);
		settings.use(this.forTokens::load);
	}

	ClientHttpConnector forCalls() {
		return this.forCalls;
	}

	ClientHttpConnector forTokens() {
		return this.forTokens;
	}

	@Override
	public void close() {
		this.forCalls.close();
		this.forTokens.close();
	}

}
