package com.scalekit.spring.client.http;

import java.lang.reflect.Method;
import java.net.URI;
import java.time.Duration;

import io.micrometer.observation.ObservationRegistry;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import org.springframework.web.util.UriBuilderFactory;

import com.scalekit.spring.client.observation.ClientListener;

/**
 * Creates the clients of a contract, an interface with {@code @HttpExchange} methods.
 */
public final class ScalekitProxyFactory {

	private final URI environmentUrl;

	private final UriBuilderFactory uriBuilderFactory;

	private final Duration requestTimeout;

	private final RetryPolicy retryPolicy;

	private final ObservationRegistry observationRegistry;

	private final JsonConversionService conversionService = new JsonConversionService();

	/**
	 * Create a factory. All of its clients share what there is for retries.
	 * @param environmentUrl the URL of the environment
	 * @param requestTimeout how long a call may take, from its start to the end of its
	 * response
	 * @param maxAttempts how often a request may be sent for a call, at least once
	 * @param observationRegistry knows the observation a call is made in
	 * @param listener is told of retries
	 */
	public ScalekitProxyFactory(URI environmentUrl, Duration requestTimeout, int maxAttempts,
			ObservationRegistry observationRegistry, ClientListener listener) {
		this.environmentUrl = environmentUrl;
		this.uriBuilderFactory = new CachingUriBuilderFactory(environmentUrl);
		this.requestTimeout = requestTimeout;
		this.retryPolicy = new RetryPolicy(maxAttempts, new RetryQuota(), listener);
		this.observationRegistry = observationRegistry;
	}

	/**
	 * Create a client.
	 * @param contract the contract
	 * @param webClient the client that makes the calls
	 * @param <T> the type of the contract
	 * @return the client
	 */
	public <T> T createClient(Class<T> contract, WebClient webClient) {
		String description = contract.getSimpleName() + "[" + this.environmentUrl + "]";
		return HttpServiceProxyFactory
			.builderFor(new ScalekitExchangeAdapter(webClient, this.uriBuilderFactory, this.requestTimeout,
					this.retryPolicy, this.observationRegistry))
			.conversionService(this.conversionService)
			.customArgumentResolver(new ContractArgumentResolver(this.conversionService))
			.httpRequestValuesProcessor((method, parameters, arguments, values) -> requireThreadThatMayWait(method))
			.httpRequestValuesProcessor(new ContractAnnotationsProcessor())
			.httpRequestValuesProcessor(new UriTemplateProcessor(this.uriBuilderFactory))
			.proxyFactoryCustomizer(
					(proxyFactory, type) -> proxyFactory.addAdvice(0, new LocalMethodInterceptor(description)))
			.build()
			.createClient(contract);
	}

	private static void requireThreadThatMayWait(Method method) {
		if (Schedulers.isInNonBlockingThread() && !isAsynchronous(method)) {
			Class<?> contract = method.getDeclaringClass();
			throw new IllegalStateException("%s.%s waits for its result, which thread '%s' must not do. %s".formatted(
					contract.getSimpleName(), method.getName(), Thread.currentThread().getName(), remedy(contract)));
		}
	}

	private static String remedy(Class<?> contract) {
		String reactiveTwin = "Reactive" + contract.getSimpleName();
		return ClassUtils.isPresent(contract.getPackageName() + "." + reactiveTwin, contract.getClassLoader())
				? "Use %s in reactive code".formatted(reactiveTwin)
				: "Use a method that returns a Mono, a Flux or a CompletableFuture in reactive code";
	}

	private static boolean isAsynchronous(Method method) {
		return ReactiveAdapterRegistry.getSharedInstance().getAdapter(method.getReturnType()) != null;
	}

}
