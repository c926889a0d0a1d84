package com.scalekit.spring.interceptors;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The e-mail address of a request.
 */
final class Emails {

	private Emails() {
	}

	static String of(InterceptorContext context, @Nullable InterceptorUser user) {
		String email = context.userEmail();
		return (email != null || user == null) ? Objects.requireNonNullElse(email, "") : user.email();
	}

}
