package com.scalekit.spring.client.http;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.Advisor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;

/**
 * Runs the default methods of a contract. Spring leaves that to the proxy class, which
 * cannot do it in a native image or for an interface that is not public.
 */
final class DefaultMethods extends StaticMethodMatcherPointcut implements MethodInterceptor {

	private DefaultMethods() {
	}

	static Advisor advisor() {
		DefaultMethods defaultMethods = new DefaultMethods();
		return new DefaultPointcutAdvisor(defaultMethods, defaultMethods);
	}

	@Override
	public boolean matches(Method method, Class<?> targetClass) {
		return method.isDefault();
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Method method = invocation.getMethod();
		Class<?> type = method.getDeclaringClass();
		Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
		return lookup
			.findSpecial(type, method.getName(),
					MethodType.methodType(method.getReturnType(), method.getParameterTypes()), type)
			.bindTo(((ProxyMethodInvocation) invocation).getProxy())
			.invokeWithArguments(invocation.getArguments());
	}

}
