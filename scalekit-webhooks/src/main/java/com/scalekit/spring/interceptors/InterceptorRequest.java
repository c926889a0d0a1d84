package com.scalekit.spring.interceptors;

/**
 * Request that Scalekit sends to an interceptor. Each type of request offers the
 * decisions that are possible.
 */
public sealed interface InterceptorRequest permits PreSignup, PreSessionCreation, PreUserInvitation, PreMachineToken {

	/**
	 * Returns the circumstances of the request.
	 * @return the context
	 */
	InterceptorContext context();

	/**
	 * Allows what the request is about.
	 * @return the decision
	 */
	default Decision allow() {
		return Decision.allowed();
	}

	/**
	 * Denies what the request is about. The user sees a general message.
	 * @return the decision
	 */
	default Decision deny() {
		return Decision.denied(null);
	}

	/**
	 * Denies what the request is about.
	 * @param message why, for the user
	 * @return the decision
	 */
	default Decision deny(String message) {
		return Decision.denied(message);
	}

}
