package com.scalekit.spring.client.contracts;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A call of a contract, and the request that it makes.
 *
 * @param <C> the type of the blocking contract
 */
public final class Call<C> {

	private final String request;

	private final @Nullable String body;

	private final Consumer<C> call;

	Call(String request, @Nullable String body, Consumer<C> call) {
		this.request = request;
		this.body = body;
		this.call = call;
	}

	String method() {
		return this.request.substring(0, this.request.indexOf(' '));
	}

	String url() {
		return this.request.substring(this.request.indexOf(' ') + 1);
	}

	String path() {
		return url().replaceFirst("\\?.*", "");
	}

	@Nullable String body() {
		return this.body;
	}

	Invocation invocation(Class<C> contract) {
		AtomicReference<Invocation> invocation = new AtomicReference<>();
		this.call.accept(contract.cast(Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] { contract },
				(proxy, method, arguments) -> {
					invocation.set(new Invocation(method, (arguments != null) ? arguments : new Object[0]));
					return nothing(method.getReturnType());
				})));
		return invocation.get();
	}

	private static @Nullable Object nothing(Class<?> type) {
		if (type == boolean.class) {
			return false;
		}
		return (type == long.class) ? (Object) 0L : null;
	}

	@Override
	public String toString() {
		return this.request;
	}

	/**
	 * A method and its arguments, for clients of both twins.
	 *
	 * @param method the method of the blocking contract
	 * @param arguments the arguments
	 */
	record Invocation(Method method, @Nullable Object[] arguments) {

		@Nullable Object on(Object client) throws Throwable {
			Class<?> contract = client.getClass().getInterfaces()[0];
			try {
				return await(contract.getMethod(this.method.getName(), this.method.getParameterTypes())
					.invoke(client, this.arguments));
			}
			catch (InvocationTargetException ex) {
				throw ex.getCause();
			}
		}

		private static @Nullable Object await(@Nullable Object result) {
			if (result instanceof Stream<?> stream) {
				return stream.toList();
			}
			if (result instanceof Flux<?> flux) {
				return flux.collectList().block();
			}
			return (result instanceof Mono<?> mono) ? mono.block() : result;
		}

	}

}
