package com.scalekit.spring.client;

import java.util.function.Supplier;

import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.client.reactive.ClientHttpConnector;

/**
 * Factory for the connectors of a {@link ScalekitClients} instance. It is called once for
 * API calls and once for token requests, and once more when the first request is made
 * that waits for another service, such as the execution of a tool.
 */
@FunctionalInterface
public interface ClientConnectorFactory {

	/**
	 * Create a connector. It must not follow redirects. If it is {@link AutoCloseable},
	 * it is closed together with the clients.
	 * @param connectionPool supplies the connection pool, which connectors over Reactor
	 * Netty should use. The pool queues up to 20 000 calls and is closed together with
	 * the clients; the supplier always returns the same one
	 * @return the connector
	 */
	ClientHttpConnector create(Supplier<ConnectionProvider> connectionPool);

}
