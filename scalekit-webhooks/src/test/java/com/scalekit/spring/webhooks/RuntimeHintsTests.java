package com.scalekit.spring.webhooks;

import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.SpringFactoriesLoader;

import com.scalekit.spring.interceptors.InterceptorRequest;
import com.scalekit.spring.webhooks.events.ScalekitEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each type that is read from JSON is known to a native image.
 */
class RuntimeHintsTests {

	private static final RuntimeHints hints = registeredHints();

	private static RuntimeHints registeredHints() {
		RuntimeHints hints = new RuntimeHints();
		SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter((registrar) -> registrar.getClass().getName().startsWith("com.scalekit."))
			.forEach((registrar) -> registrar.registerHints(hints, null));
		return hints;
	}

	/**
	 * Events and requests themselves are created without reflection.
	 */
	static Stream<Class<?>> typesOfJson() {
		return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("com.scalekit.spring.webhooks.events", "com.scalekit.spring.interceptors")
			.stream()
			.filter((type) -> type.isRecord() && !type.isAssignableTo(ScalekitEvent.class)
					&& !type.isAssignableTo(InterceptorRequest.class)
					&& !type.getSimpleName().equals("InterceptorAnswer"))
			.map(JavaClass::reflect);
	}

	@ParameterizedTest
	@MethodSource("typesOfJson")
	void typeCanBeRead(Class<?> type) {
		assertThat(RuntimeHintsPredicates.reflection().onType(type)).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onConstructorInvocation(type.getDeclaredConstructors()[0]))
			.accepts(hints);
	}

	@Test
	void allTypesAreFound() {
		assertThat(typesOfJson()).hasSizeGreaterThan(20);
	}

	@Test
	void schemaIsKept() {
		assertThat(RuntimeHintsPredicates.resource().forResource("com/scalekit/spring/webhooks/jdbc/schema-h2.sql"))
			.accepts(hints);
	}

}
