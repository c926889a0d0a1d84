package com.scalekit.spring.benchmarks.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.netty.handler.codec.http.QueryStringDecoder;

/**
 * Writes responses.
 */
final class Responses {

	private Responses() {
	}

	/**
	 * A whole response, ready to be sent.
	 */
	static byte[] json(String status, String body) {
		byte[] content = body.getBytes(StandardCharsets.UTF_8);
		byte[] head = "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
			.formatted(status, content.length)
			.getBytes(StandardCharsets.US_ASCII);
		byte[] response = new byte[head.length + content.length];
		System.arraycopy(head, 0, response, 0, head.length);
		System.arraycopy(content, 0, response, head.length, content.length);
		return response;
	}

	static String organization(int number) {
		return """
				{"id":"org_6961564736%06d","create_time":"2025-03-20T13:55:46.690Z",\
				"update_time":"2025-03-21T05:55:03.367190Z","display_name":"Looney Corp %d","region_code":"US",\
				"external_id":"tenant-%d","metadata":{"tier":"gold"}}""".formatted(number, number, number);
	}

	/**
	 * The page of a list that a request asks for.
	 */
	static String page(String uri, int organizations) {
		Map<String, List<String>> parameters = new QueryStringDecoder(uri).parameters();
		int start = Integer.parseInt(parameters.getOrDefault("page_token", List.of("0")).get(0));
		int size = Integer.parseInt(parameters.getOrDefault("page_size", List.of("10")).get(0));
		int end = Math.min(start + size, organizations);
		String elements = IntStream.range(start, end)
			.mapToObj(Responses::organization)
			.collect(Collectors.joining(","));
		return "{\"organizations\":[%s],\"next_page_token\":\"%s\",\"prev_page_token\":\"\",\"total_size\":%d}"
			.formatted(elements, (end < organizations) ? String.valueOf(end) : "", organizations);
	}

}
