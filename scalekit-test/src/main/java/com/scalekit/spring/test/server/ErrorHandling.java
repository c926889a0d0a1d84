package com.scalekit.spring.test.server;

/**
 * Turns refusals into error responses.
 */
public final class ErrorHandling implements Handler {

	private final Handler next;

	/**
	 * Create a handler.
	 * @param next the handler that may refuse a request
	 */
	public ErrorHandling(Handler next) {
		this.next = next;
	}

	@Override
	public ApiResponse handle(ApiRequest request) {
		try {
			return this.next.handle(request);
		}
		catch (ApiException ex) {
			return ex.toResponse();
		}
	}

}
