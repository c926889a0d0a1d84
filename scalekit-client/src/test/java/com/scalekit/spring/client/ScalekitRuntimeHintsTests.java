package com.scalekit.spring.client;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JacksonAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.ReflectionHintsPredicates;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.web.service.annotation.HttpExchange;

import com.scalekit.spring.client.http.JsonObject;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each contract, and each type that is exchanged as JSON, is known to a native image.
 */
class ScalekitRuntimeHintsTests {

	private static final ReflectionHintsPredicates reflection = RuntimeHintsPredicates.reflection();

	private static final RuntimeHints hints = registeredHints();

	private static final JavaClasses classes = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ScalekitRuntimeHintsTests.class.getPackageName());

	private static RuntimeHints registeredHints() {
		RuntimeHints hints = new RuntimeHints();
		SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter((registrar) -> registrar.getClass().getName().startsWith("com.scalekit."))
			.forEach((registrar) -> registrar.registerHints(hints, null));
		return hints;
	}

	@ParameterizedTest
	@MethodSource("contracts")
	void contractCanBeProxied(Class<?> contract) {
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(AopProxyUtils.completeJdkProxyInterfaces(contract)))
			.accepts(hints);
	}

	@ParameterizedTest
	@MethodSource("contracts")
	void methodsOfContractCanBeInvoked(Class<?> contract) {
		for (Method method : contract.getMethods()) {
			assertThat(reflection.onMethodInvocation(method)).as(method.toString()).accepts(hints);
		}
	}

	@ParameterizedTest
	@MethodSource("records")
	void recordCanBeReadAndWritten(Class<?> type) {
		assertThat(reflection.onType(type).withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS))
			.accepts(hints);
		Arrays.stream(type.getRecordComponents())
			.forEach((component) -> assertThat(reflection.onMethodInvocation(component.getAccessor()))
				.as(component.toString())
				.accepts(hints));
		jacksonMethodsCanBeInvoked(type);
	}

	@ParameterizedTest
	@MethodSource("requests")
	void requestCanBeWritten(Class<?> type) {
		assertThat(reflection.onType(type)).accepts(hints);
		jacksonMethodsCanBeInvoked(type);
		jacksonMethodsCanBeInvoked(type.getSuperclass());
	}

	private static void jacksonMethodsCanBeInvoked(Class<?> type) {
		Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> AnnotatedElementUtils.isAnnotated(method, JacksonAnnotation.class))
			.forEach(
					(method) -> assertThat(reflection.onMethodInvocation(method)).as(method.toString()).accepts(hints));
	}

	@ParameterizedTest
	@MethodSource("enums")
	void enumCanBeReadAndWritten(Class<?> type) {
		assertThat(reflection.onType(type).withMemberCategory(MemberCategory.ACCESS_DECLARED_FIELDS)).accepts(hints);
	}

	@Test
	void nothingIsOverlooked() {
		assertThat(contracts()).hasSizeGreaterThanOrEqualTo(2);
		assertThat(records()).hasSizeGreaterThanOrEqualTo(4);
		assertThat(requests()).hasSizeGreaterThanOrEqualTo(5);
		assertThat(enums()).hasSizeGreaterThanOrEqualTo(3);
	}

	private static Stream<Class<?>> contracts() {
		return classes((type) -> type.isInterface() && Arrays.stream(type.reflect().getMethods())
			.anyMatch((method) -> AnnotatedElementUtils.hasAnnotation(method, HttpExchange.class)));
	}

	private static Stream<Class<?>> records() {
		return classes((type) -> type.isRecord() && isInApiGroup(type));
	}

	private static Stream<Class<?>> requests() {
		return classes((type) -> type.isAssignableTo(JsonObject.class) && isInApiGroup(type));
	}

	private static Stream<Class<?>> enums() {
		return classes((type) -> type.isEnum() && isInApiGroup(type));
	}

	/**
	 * The package of an API group is that of its contracts.
	 */
	private static boolean isInApiGroup(JavaClass type) {
		return contracts().map(Class::getPackageName).anyMatch(type.getPackageName()::equals);
	}

	private static Stream<Class<?>> classes(Predicate<JavaClass> predicate) {
		return classes.stream().filter(predicate).map(JavaClass::reflect);
	}

}
