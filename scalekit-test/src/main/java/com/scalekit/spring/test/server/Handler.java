package com.scalekit.spring.test.server;

/**
 * Answers a request, or refuses it with an {@link ApiException}.
 */
@FunctionalInterface
public interface Handler {

	/**
	 * Answer a request.
	 * @param request the request
	 * @return the response
	 */
	ApiResponse handle(ApiRequest request);

}
