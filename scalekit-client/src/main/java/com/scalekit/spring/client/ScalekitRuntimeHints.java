package com.scalekit.spring.client;

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
			exchangedTypes(contract)
				.forEach((type) -> this.binding.registerReflectionHints(hints.reflection(), type.getType()));
		}
		bindNestedTypes(hints.reflection(), classLoader);
	}

	private static Stream<ResolvableType> exchangedTypes(Class<?> contract) {
		return Arrays.stream(contract.getMethods())
			.flatMap((method) -> Stream.concat(Stream.of(method.getGenericReturnType()),
					Stream.of(method.getGenericParameterTypes())))
			.map(ResolvableType::forType)
			.map((type) -> type.isArray() ? type.getComponentType() : type);
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
