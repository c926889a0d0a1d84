package com.scalekit.spring.test.oidc;

import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.HtmlPage;

/**
 * Refuses a request of a browser with a page, or with a redirect that tells the error.
 */
final class RefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient ApiResponse response;

	RefusedException(ApiResponse response) {
		super(null, null, false, false);
		this.response = response;
	}

	static RefusedException page(String message) {
		return new RefusedException(HtmlPage.error(message));
	}

	ApiResponse response() {
		return this.response;
	}

}
