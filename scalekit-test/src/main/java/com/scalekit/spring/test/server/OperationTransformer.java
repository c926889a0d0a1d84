package com.scalekit.spring.test.server;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/**
 * Lets a {@link Handler} answer the requests that reach WireMock.
 */
final class OperationTransformer implements ResponseDefinitionTransformerV2 {

	static final String NAME = "scalekit";

	private static final Duration DRIBBLE_INTERVAL = Duration.ofMillis(50);

	private final Handler handler;

	private volatile CountDownLatch release = new CountDownLatch(1);

	OperationTransformer(Handler handler) {
		this.handler = handler;
	}

	@Override
	public String getName() {
		return NAME;
	}

	@Override
	public boolean applyGlobally() {
		return false;
	}

	@Override
	public ResponseDefinition transform(ServeEvent serveEvent) {
		ApiResponse response = this.handler.handle(toApiRequest(serveEvent.getRequest()));
		ResponseDefinitionBuilder builder = ResponseDefinitionBuilder.responseDefinition()
			.withStatus(response.status())
			.withBody(response.body());
		response.headers().forEach(builder::withHeader);
		switch (response.delivery().outcome()) {
			case COMPLETE -> time(builder, response.delivery());
			case TRUNCATED -> truncate(builder, response.body());
			case LOST -> builder.withFault(Fault.CONNECTION_RESET_BY_PEER);
			case UNANSWERED -> {
				awaitRelease();
				builder.withFault(Fault.CONNECTION_RESET_BY_PEER);
			}
		}
		return builder.build();
	}

	private static void time(ResponseDefinitionBuilder builder, Delivery delivery) {
		if (!delivery.delay().isZero()) {
			builder.withFixedDelay(Math.toIntExact(delivery.delay().toMillis()));
		}
		if (!delivery.spread().isZero()) {
			int pieces = Math.toIntExact(Math.max(1, delivery.spread().dividedBy(DRIBBLE_INTERVAL)));
			builder.withChunkedDribbleDelay(pieces, Math.toIntExact(delivery.spread().toMillis()));
		}
	}

	/**
	 * A body that is shorter than announced breaks the connection. In one piece of its
	 * own, it is sent before.
	 */
	private static void truncate(ResponseDefinitionBuilder builder, byte[] body) {
		builder.withHeader("Content-Length", Integer.toString(body.length))
			.withBody(Arrays.copyOf(body, body.length / 2))
			.withChunkedDribbleDelay(1, 1);
	}

	private void awaitRelease() {
		try {
			this.release.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Break the connections of those who wait for an answer in vain.
	 */
	void releaseUnanswered() {
		CountDownLatch release = this.release;
		this.release = new CountDownLatch(1);
		release.countDown();
	}

	private static ApiRequest toApiRequest(Request request) {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (HttpHeader header : request.getHeaders().all()) {
			headers.put(header.key(), String.join(", ", header.values()));
		}
		return ApiRequest.of(request.getMethod().getName(), request.getUrl(), headers, request.getBody());
	}

}
