package com.scalekit.spring.boot.autoconfigure;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

/**
 * A client that is made when it is first used. An application can then inject clients
 * without starting to load the HTTP stack for them. Later calls take no lock.
 */
final class LazyClient implements InvocationHandler {

	private final SingletonSupplier<Object> client;

	private LazyClient(Class<?> contract, BeanFactory beanFactory) {
		this.client = SingletonSupplier.of(() -> beanFactory.getBean("scalekitClients", ScalekitClients.class)
			.create(contract, beanFactory.getBean("scalekitWebClient", WebClient.class)));
	}

	static <T> T create(Class<T> contract, BeanFactory beanFactory) {
		return contract.cast(Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] { contract },
				new LazyClient(contract, beanFactory)));
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
			throws Throwable {
		if (ReflectionUtils.isEqualsMethod(method)) {
			return arguments != null && proxy == arguments[0];
		}
		if (ReflectionUtils.isHashCodeMethod(method)) {
			return System.identityHashCode(proxy);
		}
		return AopUtils.invokeJoinpointUsingReflection(this.client.obtain(), method,
				(arguments != null) ? arguments : new Object[0]);
	}

	/**
	 * The proxies that a native image needs.
	 */
	static final class Hints implements RuntimeHintsRegistrar {

		@Override
		public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
			hints.proxies().registerJdkProxy(OrganizationsClient.class);
			hints.proxies().registerJdkProxy(ReactiveOrganizationsClient.class);
		}

	}

}
