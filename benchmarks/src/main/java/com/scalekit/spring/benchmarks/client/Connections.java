package com.scalekit.spring.benchmarks.client;

import java.net.http.HttpClient.Version;
import java.time.Duration;

import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.ReactorClientHttpRequestFactory;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;

/**
 * Connections with the same settings for every client, but not shared between them.
 */
final class Connections implements AutoCloseable {

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

	private final ConnectionProvider pool;

	private final HttpClient httpClient;

	Connections(int maxConnections) {
		this.pool = ConnectionProvider.builder("benchmark")
			.maxConnections(maxConnections)
			.pendingAcquireMaxCount(-1)
			.pendingAcquireTimeout(Duration.ofMinutes(1))
			.lifo()
			.build();
		this.httpClient = HttpClient.create(this.pool).compress(true).responseTimeout(READ_TIMEOUT);
	}

	ClientHttpConnector connector() {
		return new ReactorClientHttpConnector(this.httpClient);
	}

	/**
	 * Blocking calls over Reactor Netty.
	 */
	ClientHttpRequestFactory reactorRequestFactory() {
		return new ReactorClientHttpRequestFactory(this.httpClient);
	}

	/**
	 * Blocking calls over the client of the JDK, which is what a {@code RestClient} uses
	 * if there is no other one. Its pool has no limit: it opens as many connections as
	 * there are callers.
	 */
	static ClientHttpRequestFactory jdkRequestFactory() {
		JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(
				java.net.http.HttpClient.newBuilder().version(Version.HTTP_1_1).build());
		factory.setReadTimeout(READ_TIMEOUT);
		return factory;
	}

	@Override
	public void close() {
		this.pool.dispose();
	}

}
