package com.scalekit.spring.client.http;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * Applies the annotations of a contract's method to its request.
 */
final class ContractAnnotationsProcessor implements HttpRequestValues.Processor {

	/** The name of the member that a method returns. */
	static final String ENVELOPE = Enveloped.class.getName();

	/** How long an operation may take that takes longer than others. */
	static final String TIMEOUT = Timeout.class.getName();

	@Override
	public void process(Method method, MethodParameter[] parameters, @Nullable Object[] arguments,
			HttpRequestValues.Builder values) {
		addRetryability(method, values);
		Enveloped enveloped = method.getAnnotation(Enveloped.class);
		if (enveloped != null) {
			values.addAttribute(ENVELOPE, enveloped.value());
		}
		Timeout timeout = method.getAnnotation(Timeout.class);
		if (timeout != null) {
			values.addAttribute(TIMEOUT, Duration.ofSeconds(timeout.seconds()));
		}
		Map<String, Object> members = bodyMembers(parameters, arguments);
		if (!members.isEmpty() || method.isAnnotationPresent(EmptyObject.class)) {
			values.setBodyValue(JsonObject.ofArguments(members));
		}
	}

	private static void addRetryability(Method method, HttpRequestValues.Builder values) {
		Idempotent idempotent = method.getAnnotation(Idempotent.class);
		if (idempotent != null) {
			values.addAttribute(RetryPolicy.RETRYABILITY,
					idempotent.safe() ? RetryPolicy.Retryability.SAFE : RetryPolicy.Retryability.IDEMPOTENT);
		}
		if (method.isAnnotationPresent(NonIdempotent.class)) {
			values.addAttribute(RetryPolicy.RETRYABILITY, RetryPolicy.Retryability.NON_IDEMPOTENT);
		}
		if (method.isAnnotationPresent(NotRetried.class)) {
			values.addAttribute(RetryPolicy.RETRYABILITY, RetryPolicy.Retryability.NONE);
		}
	}

	private static Map<String, Object> bodyMembers(MethodParameter[] parameters, @Nullable Object[] arguments) {
		Map<String, Object> members = new LinkedHashMap<>();
		for (int i = 0; i < parameters.length; i++) {
			BodyMember member = parameters[i].getParameterAnnotation(BodyMember.class);
			if (member != null) {
				members.put(member.value(), Objects.requireNonNull(arguments[i]));
			}
		}
		return members;
	}

}
