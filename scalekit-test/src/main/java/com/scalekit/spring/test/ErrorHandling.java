package com.scalekit.spring.test;

/**
 * Turns refusals into error responses.
 */
final class ErrorHandling implements Handler {

	private final Handler next;

	ErrorHandling(Handler next) {
		this.next = next;
	}

	@Override
	public ApiResponse handle(ApiRequest request) {
		try {
			return this.next.handle(request);
		}
		catch (ApiException ex) {
			return ex.error().toResponse();
		}
	}

}
