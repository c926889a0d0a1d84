package com.scalekit.spring.interceptors;

/**
 * Answer if an interceptor fails.
 */
public enum FailurePolicy {

	/**
	 * Deny what Scalekit asks, as Scalekit advises.
	 */
	DENY,

	/**
	 * Give no answer, but an error: the policy in the Scalekit dashboard decides.
	 */
	ERROR

}
