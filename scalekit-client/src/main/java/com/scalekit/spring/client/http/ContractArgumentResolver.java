package com.scalekit.spring.client.http;

import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceArgumentResolver;

/**
 * Resolves arguments with {@link Query} and {@link BodyMember}, and requires those that
 * cannot be left out. The members of the body are collected by the
 * {@link ContractAnnotationsProcessor}, which sees all of them.
 */
final class ContractArgumentResolver implements HttpServiceArgumentResolver {

	private static final List<Class<? extends Annotation>> REQUIRED = List.of(PathVariable.class, RequestBody.class,
			Query.class, BodyMember.class);

	private final JsonConversionService conversionService;

	ContractArgumentResolver(JsonConversionService conversionService) {
		this.conversionService = conversionService;
	}

	@Override
	public boolean resolve(@Nullable Object argument, MethodParameter parameter, HttpRequestValues.Builder values) {
		if (argument == null) {
			Assert.isTrue(isOptional(parameter), () -> "'" + parameter.getParameterName() + "' must not be null");
		}
		else if (parameter.hasParameterAnnotation(Query.class)) {
			((JsonObject<?>) argument).members().forEach((name, value) -> addParameter(name, value, values));
			return true;
		}
		return parameter.hasParameterAnnotation(BodyMember.class)
				&& !parameter.hasParameterAnnotation(PathVariable.class);
	}

	/**
	 * Whether the argument is a query parameter, a header or the like that need not be
	 * sent. Spring checks the others.
	 */
	private static boolean isOptional(MethodParameter parameter) {
		RequestParam requestParam = parameter.getParameterAnnotation(RequestParam.class);
		return (requestParam != null) ? !requestParam.required()
				: REQUIRED.stream().noneMatch(parameter::hasParameterAnnotation);
	}

	private void addParameter(String name, @Nullable Object value, HttpRequestValues.Builder values) {
		if (value instanceof Collection<?> elements) {
			values.addRequestParameter(name, elements.stream().map(this::convert).toArray(String[]::new));
		}
		else if (value != null) {
			values.addRequestParameter(name, convert(value));
		}
	}

	private String convert(Object value) {
		return Objects.requireNonNull(this.conversionService.convert(value, String.class));
	}

}
