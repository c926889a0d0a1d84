package com.scalekit.spring.client.oauth2;

import java.util.function.Consumer;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpRequestDecorator;
import org.springframework.web.reactive.function.BodyInserter;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ExchangeStrategies;

import com.scalekit.spring.client.http.ClientRequestDecorator;

/**
 * A request that gets its access token when it is written. The token is never part of the
 * headers of a {@link ClientRequest}: the exceptions of Spring keep those.
 * <p>
 * A filter may send a copy of this request, made with {@link ClientRequest#from}. The
 * copy has the body and the request consumer of this one, and both add the access token.
 */
final class AuthorizedRequest extends ClientRequestDecorator {

	private final Origin origin;

	private final String authorization;

	private volatile boolean streamed;

	AuthorizedRequest(ClientRequest request, Origin origin, String authorization) {
		super(request);
		this.origin = origin;
		this.authorization = authorization;
	}

	/**
	 * Whether the body was a stream, so that it may not be there a second time.
	 */
	boolean isStreamed() {
		return this.streamed;
	}

	@Override
	public Mono<Void> writeTo(ClientHttpRequest httpRequest, ExchangeStrategies strategies) {
		authorize(httpRequest);
		return super.writeTo(new ObservedRequest(httpRequest), strategies);
	}

	private void authorize(ClientHttpRequest httpRequest) {
		httpRequest.getHeaders().set(HttpHeaders.AUTHORIZATION, this.authorization);
	}

	/**
	 * A filter that copies a request can also change its URL.
	 */
	private void authorizeCopy(ClientHttpRequest httpRequest) {
		this.origin.check(httpRequest.getMethod(), httpRequest.getURI());
		authorize(httpRequest);
	}

	@Override
	public BodyInserter<?, ClientHttpRequest> body() {
		return (httpRequest, context) -> {
			authorizeCopy(httpRequest);
			return super.body().insert(new ObservedRequest(httpRequest), context);
		};
	}

	@Override
	public Consumer<ClientHttpRequest> httpRequest() {
		Consumer<ClientHttpRequest> consumer = super.httpRequest();
		return (consumer != null) ? consumer.andThen(this::authorizeCopy) : this::authorizeCopy;
	}

	/**
	 * Sees how the body is written: in one piece if it is a value, piece by piece if it
	 * is a stream.
	 */
	private final class ObservedRequest extends ClientHttpRequestDecorator {

		private ObservedRequest(ClientHttpRequest request) {
			super(request);
		}

		@Override
		public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
			AuthorizedRequest.this.streamed = !(body instanceof Mono);
			return super.writeWith(body);
		}

		@Override
		public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
			AuthorizedRequest.this.streamed = true;
			return super.writeAndFlushWith(body);
		}

	}

}
