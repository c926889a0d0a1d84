package com.scalekit.spring.test;

/**
 * Answers a request, or refuses it with an {@link ApiException}.
 */
@FunctionalInterface
interface Handler {

	ApiResponse handle(ApiRequest request);

}
