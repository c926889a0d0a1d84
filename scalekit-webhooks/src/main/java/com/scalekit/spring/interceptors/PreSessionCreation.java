package com.scalekit.spring.interceptors;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Request before a user gets a session, at sign-in and when switching to another
 * organization.
 *
 * @param context the circumstances
 * @param user the user
 */
public record PreSessionCreation(InterceptorContext context, InterceptorUser user) implements InterceptorRequest {

	/**
	 * Returns the e-mail address of the user.
	 * @return the e-mail address, empty if Scalekit sends none
	 */
	public String email() {
		return Emails.of(this.context, this.user);
	}

	/**
	 * Allows the session and adds claims to its tokens, where they are in
	 * {@code custom_claims}.
	 * @param claims the claims; their values are texts, numbers, booleans, lists and maps
	 * @return the decision
	 * @throws IllegalArgumentException if a claim has a name that Scalekit uses, such as
	 * {@code sub} or {@code permissions}, or a value that is not JSON
	 */
	public Decision allowWithClaims(Map<String, ? extends @Nullable Object> claims) {
		return Decision.allowed(Map.of("claims", Claims.custom(claims)));
	}

}
