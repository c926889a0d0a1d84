package com.scalekit.spring.client.http;

import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.core.codec.CodecException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.web.reactive.function.UnsupportedMediaTypeException;

/**
 * Says why a response cannot be used, without quoting from it: the messages of the
 * parsers do.
 */
final class UnusableResponse {

	private UnusableResponse() {
	}

	/**
	 * The reason behind a failure to decode a response.
	 * @param failure the failure
	 * @return the reason, or {@code null} if something else failed
	 */
	static @Nullable String reason(Throwable failure) {
		if (failure instanceof UnsupportedMediaTypeException unsupported) {
			return "the response is " + unsupported.getContentType() + " where JSON is required";
		}
		if (failure instanceof InvalidMediaTypeException) {
			return "the response has a malformed Content-Type";
		}
		if (failure instanceof DataBufferLimitException) {
			return "the response is larger than the configured maximum response size";
		}
		if (failure instanceof CodecException && failure.getCause() instanceof JacksonException jackson) {
			return "the response is not the JSON that is required" + location(jackson);
		}
		return (failure instanceof CodecException) ? "the response cannot be decoded" : null;
	}

	private static String location(JacksonException failure) {
		String path = failure.getPath()
			.stream()
			.map((reference) -> (reference.getPropertyName() != null) ? reference.getPropertyName()
					: "[" + reference.getIndex() + "]")
			.collect(Collectors.joining("."));
		return path.isEmpty() ? "" : " at " + path;
	}

}
