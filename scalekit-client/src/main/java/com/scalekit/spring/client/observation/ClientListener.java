package com.scalekit.spring.client.observation;

/**
 * Is told what the clients do to keep calls from failing, so that it can be counted. It
 * hears nothing of a call that succeeds at once.
 * <p>
 * The methods are called on event loops, by many threads at a time. They must neither
 * wait nor throw an exception.
 */
public interface ClientListener {

	/**
	 * Does nothing.
	 */
	ClientListener NONE = new ClientListener() {
	};

	/**
	 * A call is going to be sent again.
	 * @param attempt the attempt that failed
	 */
	default void onRetry(FailedAttempt attempt) {
	}

	/**
	 * A call would be sent again, but the quota that all calls share is used up.
	 * @param attempt the attempt that failed
	 */
	default void onRetryQuotaExhausted(FailedAttempt attempt) {
	}

	/**
	 * The server refused the access token of a call, which therefore is sent again with
	 * another token. A call whose body was a stream is not sent again, but counts, too.
	 */
	default void onTokenRefused() {
	}

}
