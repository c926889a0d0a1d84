package com.scalekit.spring.test.webhooks;

import java.util.List;
import java.util.Map;

/**
 * What the application under test has answered.
 *
 * @param status the status
 * @param headers the headers, whose names are in any case
 * @param body the body, may be empty
 */
public record WebhookResponse(int status, Map<String, List<String>> headers, String body) {

	static final int SMALLEST_SUCCESS = 200;

	static final int SMALLEST_REDIRECT = 300;

	/**
	 * Return whether the status is one of 200 to 299: Scalekit sends a webhook again
	 * after any other one.
	 * @return whether the request has succeeded
	 */
	public boolean isSuccessful() {
		return isSuccessful(this.status);
	}

	static boolean isSuccessful(int status) {
		return status >= SMALLEST_SUCCESS && status < SMALLEST_REDIRECT;
	}

}
