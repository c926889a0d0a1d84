package com.scalekit.spring.interceptors;

/**
 * What became of a request to an interceptor.
 */
public enum InterceptorOutcome {

	/**
	 * The interceptor allowed it.
	 */
	ALLOWED,

	/**
	 * The interceptor denied it.
	 */
	DENIED,

	/**
	 * The request is not from Scalekit, or cannot be one. It is answered with a denial.
	 */
	REFUSED,

	/**
	 * No interceptor answers the trigger. There is no answer: the policy in the Scalekit
	 * dashboard decides. Over HTTP, that is a 404.
	 */
	NOT_HANDLED,

	/**
	 * The interceptor threw an exception or returned nothing, or the data is not that of
	 * the trigger.
	 */
	FAILED

}
