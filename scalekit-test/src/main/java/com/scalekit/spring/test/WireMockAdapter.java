package com.scalekit.spring.test;

import java.util.Map;
import java.util.TreeMap;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/**
 * Lets a {@link Handler} answer the requests that reach WireMock.
 */
final class WireMockAdapter implements ResponseDefinitionTransformerV2 {

	private final Handler handler;

	WireMockAdapter(Handler handler) {
		this.handler = handler;
	}

	@Override
	public String getName() {
		return "scalekit";
	}

	@Override
	public ResponseDefinition transform(ServeEvent serveEvent) {
		ApiResponse response = this.handler.handle(toApiRequest(serveEvent.getRequest()));
		ResponseDefinitionBuilder builder = ResponseDefinitionBuilder.responseDefinition()
			.withStatus(response.status())
			.withBody(response.body());
		response.headers().forEach(builder::withHeader);
		return builder.build();
	}

	private static ApiRequest toApiRequest(Request request) {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (HttpHeader header : request.getHeaders().all()) {
			headers.put(header.key(), header.firstValue());
		}
		return ApiRequest.of(request.getMethod().getName(), request.getUrl(), headers, request.getBody());
	}

}
