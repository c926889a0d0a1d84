package com.scalekit.spring.client.http;

import java.time.Duration;

import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClientRequest;

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
		waitAsLongAsAllowed(httpRequest);
		return super.writeTo(httpRequest, strategies);
	}

	/**
	 * The connector bounds the time to wait for data for all requests alike. Only Reactor
	 * Netty's can be told otherwise.
	 */
	private void waitAsLongAsAllowed(ClientHttpRequest httpRequest) {
		if (attributes().get(ContractAnnotationsProcessor.TIMEOUT) instanceof Duration timeout
				&& httpRequest.getNativeRequest() instanceof HttpClientRequest request) {
			request.responseTimeout(timeout);
		}
	}

}
