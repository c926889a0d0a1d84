package com.scalekit.spring.test;

import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.Handler;

/**
 * Answers a request in place of its handler, or changes the answer of the handler.
 */
@FunctionalInterface
interface Fault {

	ApiResponse handle(ApiRequest request, Handler handler);

}
