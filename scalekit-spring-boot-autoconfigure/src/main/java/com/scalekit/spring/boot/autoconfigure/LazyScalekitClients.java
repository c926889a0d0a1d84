package com.scalekit.spring.boot.autoconfigure;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.BeanCreationNotAllowedException;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.error.ScalekitTokenException;

/**
 * Lazy access to the beans {@code scalekitClients} and {@code scalekitWebClient}. An
 * application can inject clients without starting to load the HTTP stack for them, and
 * use them until its own beans have been destroyed.
 */
final class LazyScalekitClients implements AutoCloseable {

	static final String BEAN_NAME = "scalekitLazyClients";

	private final ConfigurableBeanFactory beanFactory;

	private volatile @Nullable Beans beans;

	private volatile boolean closed;

	LazyScalekitClients(ConfigurableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Create a client that is resolved when it is first called.
	 */
	<T> T create(Class<T> contract) {
		return contract.cast(Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] { contract },
				new LazyClient(contract)));
	}

	/**
	 * The clients, which are created if need be.
	 */
	ScalekitClients get() {
		return beans().clients();
	}

	/**
	 * The clients. Creating them takes a while, which an event loop does not have.
	 */
	Mono<ScalekitClients> whenCreated() {
		return Mono.defer(() -> {
			Mono<ScalekitClients> clients = Mono.fromSupplier(this::get);
			return hasToWait() ? clients.subscribeOn(Schedulers.boundedElastic()) : clients;
		});
	}

	private boolean hasToWait() {
		return this.beans == null && Schedulers.isInNonBlockingThread();
	}

	private Beans beans() {
		Beans beans = this.beans;
		if (beans == null) {
			beans = lookUp();
			this.beans = beans;
		}
		return beans;
	}

	/**
	 * The dependency is registered once it is satisfied, as for lazy injection points: a
	 * bean that cannot be created would take the beans that depend on it along.
	 */
	private Beans lookUp() {
		if (this.closed) {
			throw closedException();
		}
		try {
			return new Beans(getBean("scalekitClients", ScalekitClients.class),
					getBean("scalekitWebClient", WebClient.class));
		}
		catch (BeanCreationNotAllowedException ex) {
			throw closedException();
		}
	}

	private <T> T getBean(String name, Class<T> type) {
		T bean = this.beanFactory.getBean(name, type);
		this.beanFactory.registerDependentBean(name, BEAN_NAME);
		return bean;
	}

	private static ScalekitTokenException closedException() {
		return new ScalekitTokenException(new OAuth2Error("client_closed"),
				"No access token: the Scalekit clients have been closed");
	}

	@Override
	public void close() {
		this.closed = true;
	}

	private record Beans(ScalekitClients clients, WebClient webClient) {

		Object create(Class<?> contract) {
			return this.clients.create(contract, this.webClient);
		}

	}

	/**
	 * Calls a client that is created by the first call. Later calls take no lock.
	 */
	private final class LazyClient implements InvocationHandler {

		private final Class<?> contract;

		private volatile @Nullable Object client;

		LazyClient(Class<?> contract) {
			this.contract = contract;
		}

		@Override
		public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
			if (ReflectionUtils.isEqualsMethod(method)) {
				return arguments != null && proxy == arguments[0];
			}
			if (ReflectionUtils.isHashCodeMethod(method)) {
				return System.identityHashCode(proxy);
			}
			Object client = this.client;
			if (client != null) {
				return call(client, method, arguments);
			}
			if (hasToWait() && Publisher.class.isAssignableFrom(method.getReturnType())) {
				return callWhenCreated(method, arguments);
			}
			return call(create(), method, arguments);
		}

		private Object create() {
			Object client = beans().create(this.contract);
			this.client = client;
			return client;
		}

		private Publisher<?> callWhenCreated(Method method, @Nullable Object @Nullable [] arguments) {
			return (method.getReturnType() == Mono.class)
					? whenCreated().flatMap((clients) -> (Mono<?>) call(create(), method, arguments))
					: whenCreated().flatMapMany((clients) -> (Publisher<?>) call(create(), method, arguments));
		}

		private static @Nullable Object call(Object client, Method method, @Nullable Object @Nullable [] arguments) {
			return ReflectionUtils.invokeMethod(method, client, (arguments != null) ? arguments : new Object[0]);
		}

	}

}
