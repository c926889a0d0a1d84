package com.scalekit.spring.client.http;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * Finds the request header that an HTTP client has refused to write. What the client says
 * about it may quote the value.
 */
final class UnwritableHeader {

	private UnwritableHeader() {
	}

	/**
	 * Find the header.
	 * @param failure the failure of the exchange
	 * @return the name of the header, or {@code null} if something else failed
	 */
	static @Nullable String find(Throwable failure) {
		if (failure instanceof WebClientRequestException exchange
				&& exchange.getCause() instanceof IllegalArgumentException) {
			for (Map.Entry<String, List<String>> header : exchange.getHeaders().headerSet()) {
				if (header.getValue().stream().anyMatch(UnwritableHeader::hasControlCharacter)) {
					return header.getKey();
				}
			}
		}
		return null;
	}

	private static boolean hasControlCharacter(String value) {
		return value.chars().anyMatch((character) -> Character.isISOControl(character) && character != '\t');
	}

}
