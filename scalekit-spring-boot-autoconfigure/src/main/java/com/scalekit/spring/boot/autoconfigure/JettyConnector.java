package com.scalekit.spring.boot.autoconfigure;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.eclipse.jetty.util.component.LifeCycle;
import reactor.core.publisher.Mono;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.JettyClientHttpConnectorBuilder;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;

/**
 * Connector over Jetty that stops its client when it is closed, as that of Spring does
 * not.
 *
 * @param delegate the connector of Spring
 * @param stop stops the client
 */
record JettyConnector(ClientHttpConnector delegate, Runnable stop) implements ClientHttpConnector, AutoCloseable {

	static JettyConnector build(JettyClientHttpConnectorBuilder builder, HttpClientSettings settings) {
		AtomicReference<LifeCycle> created = new AtomicReference<>();
		ClientHttpConnector connector = builder.withHttpClientCustomizer((client) -> {
			client.setFollowRedirects(false);
			created.set(client);
		}).build(settings);
		return new JettyConnector(connector, () -> LifeCycle.stop(created.get()));
	}

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
		return this.delegate.connect(method, uri, requestCallback);
	}

	@Override
	public void close() {
		this.stop.run();
	}

}
