package com.scalekit.spring.interceptors;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Decision of an interceptor. Requests offer those that are possible, such as
 * {@link InterceptorRequest#allow()} and {@link PreSignup#allowInto}.
 */
public sealed class Decision permits MachineTokenDecision {

	private static final Decision ALLOWED = new Decision(true, null, Map.of());

	private final boolean allowed;

	private final @Nullable String message;

	private final Map<String, ?> response;

	Decision(boolean allowed, @Nullable String message, Map<String, ?> response) {
		this.allowed = allowed;
		this.message = message;
		this.response = response;
	}

	static Decision allowed() {
		return ALLOWED;
	}

	static Decision allowed(Map<String, ?> response) {
		return new Decision(true, null, response);
	}

	static Decision denied(@Nullable String message) {
		Assert.isTrue(message == null || !message.isBlank(), "'message' must not be blank");
		return new Decision(false, message, Map.of());
	}

	/**
	 * Returns whether Scalekit goes on.
	 * @return {@code false} if the interceptor denies what it was asked
	 */
	public final boolean isAllowed() {
		return this.allowed;
	}

	/**
	 * Returns what the user is told.
	 * @return the message, {@code null} if there is none
	 */
	public final @Nullable String getMessage() {
		return this.message;
	}

	/**
	 * Returns the JSON of the answer, as maps and lists.
	 */
	final Map<String, Object> answer() {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("decision", this.allowed ? "ALLOW" : "DENY");
		if (this.message != null) {
			answer.put("error", Map.of("message", this.message));
		}
		if (!this.response.isEmpty()) {
			answer.put("response", this.response);
		}
		return answer;
	}

	@Override
	public final String toString() {
		return this.allowed ? "ALLOW" : "DENY";
	}

}
