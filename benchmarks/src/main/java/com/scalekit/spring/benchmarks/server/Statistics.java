package com.scalekit.spring.benchmarks.server;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.util.StringUtils;

/**
 * What a server has seen.
 *
 * @param calls the requests to the API
 * @param tokenRequests the requests for an access token
 * @param connections the connections that are open
 * @param tokenRequestTimes when the first token requests came, in milliseconds of the
 * epoch
 */
public record Statistics(long calls, long tokenRequests, int connections, List<Long> tokenRequestTimes) {

	String toLine() {
		return "%d %d %d %s".formatted(this.calls, this.tokenRequests, this.connections,
				this.tokenRequestTimes.stream().map(String::valueOf).collect(Collectors.joining(",")));
	}

	static Statistics fromLine(String line) {
		String[] values = line.split(" ", -1);
		return new Statistics(Long.parseLong(values[0]), Long.parseLong(values[1]), Integer.parseInt(values[2]),
				Stream.of(values[3].split(",")).filter(StringUtils::hasLength).map(Long::valueOf).toList());
	}

}
