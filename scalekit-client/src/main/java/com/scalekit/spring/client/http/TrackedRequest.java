package com.scalekit.spring.client.http;

import reactor.core.publisher.Mono;

import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ExchangeStrategies;

/**
 * A request that tells its call when it is about to be sent: there is a connection, and
 * the body has been encoded.
 */
final class TrackedRequest extends ClientRequestDecorator {

	private final Call call;

	TrackedRequest(ClientRequest request, Call call) {
		super(request);
		this.call = call;
	}

	@Override
	public Mono<Void> writeTo(ClientHttpRequest httpRequest, ExchangeStrategies strategies) {
		httpRequest.beforeCommit(() -> Mono.fromRunnable(this.call::onSend));
		return super.writeTo(httpRequest, strategies);
	}

}
