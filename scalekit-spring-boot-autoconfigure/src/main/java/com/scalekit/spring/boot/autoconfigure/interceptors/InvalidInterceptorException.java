package com.scalekit.spring.boot.autoconfigure.interceptors;

import java.io.Serial;

/**
 * Thrown at start when the interceptors of the application cannot be used.
 */
final class InvalidInterceptorException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	InvalidInterceptorException(String message, Throwable cause) {
		super(message, cause);
	}

}
