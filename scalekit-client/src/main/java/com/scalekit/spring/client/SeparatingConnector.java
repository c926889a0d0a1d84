package com.scalekit.spring.client;

import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.util.function.SingletonSupplier;

import com.scalekit.spring.client.http.ProviderRequests;

/**
 * Makes the requests that wait for other services over connections of their own, so that
 * all other calls find a free one however long those services take.
 */
final class SeparatingConnector implements ClientHttpConnector {

	private final ClientHttpConnector forCalls;

	private final SingletonSupplier<ClientHttpConnector> forProviders;

	/**
	 * Create a connector.
	 * @param forCalls makes the requests that Scalekit answers by itself
	 * @param forProviders creates what makes the other requests, when there is the first
	 * one
	 */
	SeparatingConnector(ClientHttpConnector forCalls, Supplier<ClientHttpConnector> forProviders) {
		this.forCalls = forCalls;
		this.forProviders = SingletonSupplier.of(forProviders);
	}

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
		ClientHttpConnector connector = ProviderRequests.includes(uri) ? this.forProviders.obtain() : this.forCalls;
		return connector.connect(method, uri, requestCallback);
	}

}
