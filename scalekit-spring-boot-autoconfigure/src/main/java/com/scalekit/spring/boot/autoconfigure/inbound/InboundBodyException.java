package com.scalekit.spring.boot.autoconfigure.inbound;

import java.io.Serial;

/**
 * Thrown when a body is refused while it is read.
 */
final class InboundBodyException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final transient InboundResponse response;

	InboundBodyException(InboundResponse response) {
		super(response.status().toString(), null, false, false);
		this.response = response;
	}

	InboundResponse response() {
		return this.response;
	}

}
