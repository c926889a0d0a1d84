package com.scalekit.spring.client.http;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.util.ReflectionUtils;

/**
 * Runs the methods of a client that make no request of their own: {@code toString} and
 * the default methods of its contract. Spring fails for the former. It leaves the latter
 * to the proxy class, which cannot run them in a native image or for an interface that is
 * not public.
 */
final class LocalMethodInterceptor implements MethodInterceptor {

	private static final MethodType CLIENT_AND_ARGUMENTS = MethodType.methodType(Object.class, Object.class,
			Object[].class);

	private final Map<Method, MethodHandle> defaultMethods = new ConcurrentHashMap<>();

	private final String description;

	LocalMethodInterceptor(String description) {
		this.description = description;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Method method = invocation.getMethod();
		if (method.isDefault()) {
			return handle(method).invokeExact(((ProxyMethodInvocation) invocation).getProxy(),
					invocation.getArguments());
		}
		return ReflectionUtils.isToStringMethod(method) ? this.description : invocation.proceed();
	}

	private MethodHandle handle(Method method) throws ReflectiveOperationException {
		MethodHandle handle = this.defaultMethods.get(method);
		if (handle == null) {
			Class<?> type = method.getDeclaringClass();
			Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
			handle = lookup
				.findSpecial(type, method.getName(),
						MethodType.methodType(method.getReturnType(), method.getParameterTypes()), type)
				.asFixedArity()
				.asSpreader(Object[].class, method.getParameterCount())
				.asType(CLIENT_AND_ARGUMENTS);
			this.defaultMethods.put(method, handle);
		}
		return handle;
	}

}
