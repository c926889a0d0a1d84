package com.scalekit.spring.test.server;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

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
		return deliver(builder, response.delivery()).build();
	}

	private static ResponseDefinitionBuilder deliver(ResponseDefinitionBuilder builder, Delivery delivery) {
		if (delivery.lost()) {
			builder.withFault(Fault.CONNECTION_RESET_BY_PEER);
		}
		if (!delivery.delay().isZero()) {
			builder.withFixedDelay(Math.toIntExact(delivery.delay().toMillis()));
		}
		if (!delivery.spread().isZero()) {
			int pieces = Math.toIntExact(Math.max(1, delivery.spread().dividedBy(DRIBBLE_INTERVAL)));
			builder.withChunkedDribbleDelay(pieces, Math.toIntExact(delivery.spread().toMillis()));
		}
		return builder;
	}

	private static ApiRequest toApiRequest(Request request) {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (HttpHeader header : request.getHeaders().all()) {
			headers.put(header.key(), String.join(", ", header.values()));
		}
		return ApiRequest.of(request.getMethod().getName(), request.getUrl(), headers, request.getBody());
	}

}
