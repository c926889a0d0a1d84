package com.scalekit.spring.client;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

import com.scalekit.spring.client.http.JsonObject;

/**
 * What a native image has to keep of the contracts and of the types they exchange.
 */
final class ScalekitRuntimeHints implements RuntimeHintsRegistrar {

	private final BindingReflectionHintsRegistrar binding = new BindingReflectionHintsRegistrar();

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		for (Class<?> contract : ScalekitContracts.all()) {
			hints.proxies().registerJdkProxy(AopProxyUtils.completeJdkProxyInterfaces(contract));
			hints.reflection().registerType(contract, MemberCategory.INVOKE_PUBLIC_METHODS);
			exchangedTypes(contract).forEach((type) -> bind(hints.reflection(), type));
		}
		bindNestedTypes(hints.reflection(), classLoader);
	}

	private static Stream<ResolvableType> exchangedTypes(Class<?> contract) {
		return Arrays.stream(contract.getMethods())
			.flatMap((method) -> Stream.concat(Stream.of(method.getGenericReturnType()),
					Stream.of(method.getGenericParameterTypes())))
			.map(ScalekitRuntimeHints::elementType);
	}

	private static ResolvableType elementType(Type type) {
		ResolvableType resolved = ResolvableType.forType(type);
		return resolved.isArray() ? resolved.getComponentType() : resolved;
	}

	/**
	 * The parts of a request are known only to the methods that set them.
	 */
	private void bind(ReflectionHints hints, ResolvableType type) {
		this.binding.registerReflectionHints(hints, type.getType());
		if (isRequest(type)) {
			Arrays.stream(type.toClass().getDeclaredMethods())
				.flatMap((method) -> Arrays.stream(method.getGenericParameterTypes()))
				.map(ScalekitRuntimeHints::elementType)
				.flatMap((parameter) -> Stream.concat(Stream.of(parameter), Stream.of(parameter.getGenerics())))
				.filter((part) -> isRequest(part) && hints.getTypeHint(part.toClass()) == null)
				.forEach((part) -> bind(hints, part));
		}
	}

	private static boolean isRequest(ResolvableType type) {
		return JsonObject.class.isAssignableFrom(type.toClass());
	}

	/**
	 * A type may be known only to the creator of the one it is nested in.
	 */
	private void bindNestedTypes(ReflectionHints hints, @Nullable ClassLoader classLoader) {
		List<String> types = hints.typeHints()
			.map((hint) -> hint.getType().getName())
			.filter((name) -> name.startsWith(ScalekitRuntimeHints.class.getPackageName()))
			.toList();
		types.forEach((type) -> this.binding.registerReflectionHints(hints,
				ClassUtils.resolveClassName(type, classLoader).getDeclaredClasses()));
	}

}
