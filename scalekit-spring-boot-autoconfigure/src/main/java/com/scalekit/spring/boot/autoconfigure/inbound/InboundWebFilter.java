package com.scalekit.spring.boot.autoconfigure.inbound;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.RequestPath;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Filter in front of Spring Security that answers deliveries in reactive applications.
 * What handles them may block, so that it runs on a few threads of its own.
 */
public final class InboundWebFilter implements WebFilter, Ordered, DisposableBean {

	/**
	 * In front of Spring Security, which is at -100.
	 */
	static final int ORDER = -101;

	private static final int THREADS = 16;

	private static final int MAX_WAITING = 128;

	private final InboundEndpoint endpoint;

	private final ApplicationContext applicationContext;

	private final ThreadPoolExecutor executor;

	/**
	 * Creates a filter.
	 * @param endpoint the endpoint
	 * @param applicationContext the application. Servers of its child contexts, such as
	 * that of the management port, get the filter too, but do not have the endpoint
	 */
	public InboundWebFilter(InboundEndpoint endpoint, ApplicationContext applicationContext) {
		this.endpoint = endpoint;
		this.applicationContext = applicationContext;
		CustomizableThreadFactory threads = new CustomizableThreadFactory(endpoint.name() + "-");
		threads.setDaemon(true);
		this.executor = new ThreadPoolExecutor(THREADS, THREADS, 60, TimeUnit.SECONDS,
				new ArrayBlockingQueue<>(MAX_WAITING), threads);
		this.executor.allowCoreThreadTimeOut(true);
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (!matches(exchange)) {
			return chain.filter(exchange);
		}
		ServerRequestObservationContext.findCurrent(exchange.getAttributes())
			.ifPresent((context) -> context.setPathPattern(this.endpoint.path()));
		return respond(exchange.getRequest()).flatMap((result) -> write(result, exchange.getResponse()));
	}

	private boolean matches(ServerWebExchange exchange) {
		RequestPath path = exchange.getRequest().getPath();
		ApplicationContext server = exchange.getApplicationContext();
		return this.endpoint.matches(path.value(), path.contextPath().value())
				&& (server == null || server == this.applicationContext);
	}

	private Mono<InboundResponse> respond(ServerHttpRequest request) {
		HttpHeaders headers = request.getHeaders();
		InboundResponse refusal = this.endpoint.refuse(request.getMethod().name(),
				headers.getFirst(HttpHeaders.CONTENT_TYPE), headers.getFirst(HttpHeaders.CONTENT_ENCODING),
				headers.getContentLength());
		if (refusal != null) {
			return Mono.just(refusal);
		}
		return Mono
			.using(this.endpoint::newBody,
					(body) -> read(request, body)
						.flatMap((bytes) -> Mono.deferContextual((context) -> handle(headers, bytes, context))))
			.onErrorResume(InboundBodyException.class, (ex) -> Mono.just(ex.response()))
			.onErrorResume(RejectedExecutionException.class, (ex) -> Mono.fromSupplier(this.endpoint::overloaded))
			.onErrorReturn(InboundWebFilter::isUnreadable, InboundResponse.of(HttpStatus.BAD_REQUEST));
	}

	/**
	 * Copies what arrives, so that the buffers of the connection do not wait for the
	 * rest.
	 */
	private Mono<byte[]> read(ServerHttpRequest request, InboundBody body) {
		return request.getBody()
			.doOnNext((buffer) -> append(buffer, body))
			.doOnDiscard(DataBuffer.class, DataBufferUtils::release)
			.then(Mono.fromSupplier(body::toByteArray))
			.timeout(InboundBody.MAX_TIME, Mono.error(() -> new InboundBodyException(this.endpoint.tooSlow())));
	}

	private static void append(DataBuffer buffer, InboundBody body) {
		try {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			body.append(bytes, bytes.length);
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

	private static boolean isUnreadable(Throwable ex) {
		return ex instanceof IOException || DisconnectedClientHelper.isClientDisconnectedException(ex);
	}

	/**
	 * Goes on although the sender gives up waiting: listeners must not be interrupted.
	 */
	private Mono<InboundResponse> handle(HttpHeaders headers, byte[] body, ContextView context) {
		Observation parent = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
		return Mono.fromFuture(() -> CompletableFuture
			.supplyAsync(() -> this.endpoint.handle(headers::get, body, parent), this.executor), true);
	}

	private static Mono<Void> write(InboundResponse result, ServerHttpResponse response) {
		response.setStatusCode(result.status());
		result.headers().forEach(response.getHeaders()::set);
		byte[] body = (result.body() != null) ? result.body().getBytes(StandardCharsets.UTF_8) : new byte[0];
		response.getHeaders().setContentLength(body.length);
		return (body.length > 0) ? response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)))
				: response.setComplete();
	}

	@Override
	public void destroy() {
		this.executor.shutdown();
	}

}
