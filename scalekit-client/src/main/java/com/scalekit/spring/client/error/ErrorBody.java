package com.scalekit.spring.client.error;

import java.time.Duration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;

/**
 * Reads the body of an error response: at most {@value #MAX_BYTES} bytes of it, and what
 * arrives within a second, since the status alone tells enough. A body that cannot be
 * read is empty.
 */
final class ErrorBody {

	static final int MAX_BYTES = 64 * 1024;

	private static final Duration MAX_TIME = Duration.ofSeconds(1);

	private ErrorBody() {
	}

	static Mono<byte[]> read(ClientResponse response) {
		Flux<DataBuffer> body = response.body(BodyExtractors.toDataBuffers());
		return DataBufferUtils.join(DataBufferUtils.takeUntilByteCount(body, MAX_BYTES).take(MAX_TIME))
			.map(ErrorBody::toByteArray)
			.onErrorResume((ex) -> Mono.empty())
			.defaultIfEmpty(new byte[0]);
	}

	private static byte[] toByteArray(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

}
