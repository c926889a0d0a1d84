package com.scalekit.spring.client.http;

import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.util.UriBuilderFactory;

/**
 * Prepares the URI template of a request, so that no template has to be parsed again:
 * Spring does so to append the query parameters, to observe the request and to expand the
 * template.
 */
final class UriTemplateProcessor implements HttpRequestValues.Processor {

	private static final String URI_TEMPLATE_ATTRIBUTE = WebClient.class.getName() + ".uriTemplate";

	private final UriBuilderFactory uriBuilderFactory;

	UriTemplateProcessor(UriBuilderFactory uriBuilderFactory) {
		this.uriBuilderFactory = uriBuilderFactory;
	}

	@Override
	public void process(Method method, MethodParameter[] parameters, @Nullable Object[] arguments,
			HttpRequestValues.Builder values) {
		String path = values.getUriTemplate();
		if (path == null) {
			return;
		}
		values.addAttribute(URI_TEMPLATE_ATTRIBUTE, path);
		if (isUriGiven(arguments)) {
			return;
		}
		values.setUriBuilderFactory(this.uriBuilderFactory);
		if (!MediaType.APPLICATION_FORM_URLENCODED.equals(values.getContentType())) {
			values.configureRequestParams((query) -> appendQuery(path, query, values));
		}
	}

	/**
	 * Whether an argument takes the place of the template or of the environment URL.
	 */
	private static boolean isUriGiven(@Nullable Object[] arguments) {
		for (Object argument : arguments) {
			if (argument instanceof URI || argument instanceof UriBuilderFactory) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Names and values become variables, so that all of their characters are encoded.
	 */
	private static void appendQuery(String path, MultiValueMap<String, String> query,
			HttpRequestValues.Builder values) {
		if (query.isEmpty()) {
			return;
		}
		StringBuilder template = new StringBuilder(path);
		char separator = (path.indexOf('?') < 0) ? '?' : '&';
		int number = 0;
		for (String name : query.keySet()) {
			String nameVariable = PathVariables.QUERY_PARAMETER_PREFIX + number++;
			values.setUriVariable(nameVariable, name);
			for (String value : query.getOrDefault(name, List.of())) {
				String valueVariable = PathVariables.QUERY_PARAMETER_PREFIX + number++;
				values.setUriVariable(valueVariable, value);
				template.append(separator)
					.append('{')
					.append(nameVariable)
					.append("}={")
					.append(valueVariable)
					.append('}');
				separator = '&';
			}
		}
		values.setUriTemplate(template.toString());
		query.clear();
	}

}
