package com.scalekit.spring.client.http;

import java.lang.reflect.Method;
import java.net.URI;
import java.time.Duration;

import io.micrometer.observation.ObservationRegistry;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.scheduler.Schedulers;

import org.springframework.aop.Advisor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.support.NameMatchMethodPointcutAdvisor;
import org.springframework.core.MethodParameter;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.format.support.FormattingConversionService;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import org.springframework.web.util.DefaultUriBuilderFactory;

import com.scalekit.spring.client.observation.ClientListener;

/**
 * Creates the clients of a contract, an interface with {@code @HttpExchange} methods.
 */
public final class ScalekitProxyFactory {

	private static final String URI_TEMPLATE_ATTRIBUTE = WebClient.class.getName() + ".uriTemplate";

	private final URI environmentUrl;

	private final Duration requestTimeout;

	private final int maxAttempts;

	private final ObservationRegistry observationRegistry;

	private final ClientListener listener;

	private final RetryQuota retryQuota = new RetryQuota();

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
		this.requestTimeout = requestTimeout;
		this.maxAttempts = maxAttempts;
		this.observationRegistry = observationRegistry;
		this.listener = listener;
	}

	/**
	 * Create a client.
	 * @param contract the contract
	 * @param webClient the client that makes the calls
	 * @param <T> the type of the contract
	 * @return the client
	 */
	public <T> T createClient(Class<T> contract, WebClient webClient) {
		T client = HttpServiceProxyFactory
			.builderFor(new ScalekitExchangeAdapter(webClient,
					new DefaultUriBuilderFactory(this.environmentUrl.toString()), this.requestTimeout, this.maxAttempts,
					this.retryQuota, this.observationRegistry, this.listener))
			.conversionService(conversionService())
			.httpRequestValuesProcessor(ScalekitProxyFactory::process)
			.build()
			.createClient(contract);
		((Advised) client).addAdvisor(0, toStringAdvisor(contract.getSimpleName() + "[" + this.environmentUrl + "]"));
		((Advised) client).addAdvisor(0, DefaultMethods.advisor());
		return client;
	}

	/**
	 * The clients of Spring have no {@code toString} of their own and fail if it is
	 * called.
	 */
	private static Advisor toStringAdvisor(String text) {
		NameMatchMethodPointcutAdvisor advisor = new NameMatchMethodPointcutAdvisor(
				(MethodInterceptor) (invocation) -> text);
		advisor.setMappedName("toString");
		return advisor;
	}

	/**
	 * An enum constant in a URI is spelt as it is in JSON.
	 */
	private static FormattingConversionService conversionService() {
		FormattingConversionService conversionService = new DefaultFormattingConversionService();
		conversionService.addConverter(Enum.class, String.class,
				(constant) -> ScalekitCodecs.MAPPER.convertValue(constant, String.class));
		return conversionService;
	}

	private static void process(Method method, MethodParameter[] parameters, @Nullable Object[] arguments,
			HttpRequestValues.Builder values) {
		requireThreadThatMayWait(method);
		observeWithoutQuery(values);
		if (method.isAnnotationPresent(NonIdempotent.class)) {
			values.addAttribute(Call.NON_IDEMPOTENT, true);
		}
	}

	private static void requireThreadThatMayWait(Method method) {
		if (Schedulers.isInNonBlockingThread() && !Publisher.class.isAssignableFrom(method.getReturnType())) {
			String contract = method.getDeclaringClass().getSimpleName();
			throw new IllegalStateException(
					"%s.%s waits for its result, which thread '%s' must not do. Use Reactive%s in reactive code"
						.formatted(contract, method.getName(), Thread.currentThread().getName(), contract));
		}
	}

	/**
	 * The template of the final URI names each query parameter that happens to be there.
	 * The path alone tells the operation, and keeps the cardinality of metrics low.
	 */
	private static void observeWithoutQuery(HttpRequestValues.Builder values) {
		String template = values.getUriTemplate();
		if (template != null) {
			values.addAttribute(URI_TEMPLATE_ATTRIBUTE, template);
		}
	}

}
