package com.scalekit.spring.test;

/**
 * Answers a request in place of its handler, or changes the answer of the handler.
 */
@FunctionalInterface
interface Fault {

	ApiResponse handle(ApiRequest request, Handler handler);

}
