package com.scalekit.spring.client.http;

import java.lang.reflect.Method;
import java.net.URI;
import java.time.Duration;

import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.Advisor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.support.NameMatchMethodPointcutAdvisor;
import org.springframework.core.MethodParameter;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.format.support.FormattingConversionService;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import org.springframework.web.util.DefaultUriBuilderFactory;

/**
 * Creates the clients of a contract, an interface with {@code @HttpExchange} methods.
 */
public final class ScalekitProxyFactory {

	private static final String URI_TEMPLATE_ATTRIBUTE = WebClient.class.getName() + ".uriTemplate";

	private ScalekitProxyFactory() {
	}

	/**
	 * Create a client.
	 * @param contract the contract
	 * @param webClient the client that makes the calls
	 * @param environmentUrl the URL of the environment
	 * @param requestTimeout how long a call may take, from its start to the end of its
	 * response
	 * @param <T> the type of the contract
	 * @return the client
	 */
	public static <T> T createClient(Class<T> contract, WebClient webClient, URI environmentUrl,
			Duration requestTimeout) {
		T client = HttpServiceProxyFactory
			.builderFor(new ScalekitExchangeAdapter(WebClientAdapter.create(webClient),
					new DefaultUriBuilderFactory(environmentUrl.toString()), requestTimeout))
			.conversionService(conversionService())
			.httpRequestValuesProcessor(ScalekitProxyFactory::observeWithoutQuery)
			.build()
			.createClient(contract);
		((Advised) client).addAdvisor(0, toStringAdvisor(contract.getSimpleName() + "[" + environmentUrl + "]"));
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

	/**
	 * The template of the final URI names each query parameter that happens to be there.
	 * The path alone tells the operation, and keeps the cardinality of metrics low.
	 */
	private static void observeWithoutQuery(Method method, MethodParameter[] parameters, @Nullable Object[] arguments,
			HttpRequestValues.Builder values) {
		String template = values.getUriTemplate();
		if (template != null) {
			values.addAttribute(URI_TEMPLATE_ATTRIBUTE, template);
		}
	}

}
