package com.scalekit.spring.client.contracts;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Requests on which all that can be set is set, in each way that it can be.
 */
final class RequestSamples {

	/** The sample of a text, which is in no list of texts that are allowed. */
	static final String TEXT = "text";

	private RequestSamples() {
	}

	/**
	 * Return samples of a request, one for each of its factory methods.
	 */
	static List<JsonObject<?>> of(Class<?> type) {
		return Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(method.getModifiers())
					&& method.getReturnType() == type)
			.sorted(Comparator.comparing(Method::toString))
			.flatMap((factory) -> Stream.of((JsonObject<?>) invoke(factory, null),
					complete((JsonObject<?>) invoke(factory, null))))
			.<JsonObject<?>>map((sample) -> sample)
			.toList();
	}

	private static JsonObject<?> complete(JsonObject<?> request) {
		JsonObject<?> complete = request;
		for (Method method : Arrays.stream(request.getClass().getDeclaredMethods())
			.filter((candidate) -> candidate.getName().matches("with[A-Z].*")
					&& Modifier.isPublic(candidate.getModifiers()) && !Modifier.isStatic(candidate.getModifiers())
					&& !candidate.isBridge())
			.sorted(Comparator.comparing(Method::toString))
			.toList()) {
			complete = (JsonObject<?>) invoke(method, complete);
		}
		return complete;
	}

	private static Object invoke(Method method, Object target) {
		try {
			return method.invoke(target,
					Arrays.stream(method.getGenericParameterTypes()).map(RequestSamples::value).toArray());
		}
		catch (InvocationTargetException ex) {
			throw new IllegalStateException(method + ": " + ex.getCause(), ex.getCause());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static Object value(Type type) {
		if (type instanceof ParameterizedType parameterized) {
			return (parameterized.getRawType() == List.class
					|| parameterized.getRawType() == java.util.Collection.class)
							? List.of(value(parameterized.getActualTypeArguments()[0]))
							: Map.of("key", value(parameterized.getActualTypeArguments()[1]));
		}
		if (type instanceof WildcardType wildcard) {
			return value(wildcard.getUpperBounds()[0]);
		}
		if (type instanceof GenericArrayType) {
			throw new IllegalArgumentException("No sample of " + type);
		}
		return value((Class<?>) type);
	}

	private static Object value(Class<?> type) {
		if (type.isArray()) {
			Object array = Array.newInstance(type.getComponentType(), 1);
			Array.set(array, 0, value(type.getComponentType()));
			return array;
		}
		if (type.isEnum()) {
			return type.getEnumConstants()[0];
		}
		if (JsonObject.class.isAssignableFrom(type)) {
			return of(type).get(1);
		}
		Map<Class<?>, Object> values = Map.ofEntries(Map.entry(String.class, TEXT), Map.entry(Object.class, TEXT),
				Map.entry(boolean.class, true), Map.entry(Boolean.class, true), Map.entry(int.class, 7),
				Map.entry(Integer.class, 7), Map.entry(long.class, 7L), Map.entry(Long.class, 7L),
				Map.entry(Duration.class, Duration.ofHours(1)), Map.entry(URI.class, URI.create("https://acme.com")),
				Map.entry(Instant.class, Instant.parse("2025-03-20T13:55:46.690Z")));
		if (!values.containsKey(type)) {
			throw new IllegalArgumentException("No sample of " + type);
		}
		return values.get(type);
	}

}
