package com.scalekit.spring.client.contracts;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.HttpExchange;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.ScalekitContracts;
import com.scalekit.spring.client.TestApi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What can never be right is refused before anything is sent, wherever it is given.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArgumentTests {

	private final TestApi api = new TestApi();

	private final ScalekitClients scalekit = this.api.clients().build();

	@AfterAll
	void close() {
		this.scalekit.close();
		this.api.close();
	}

	@ParameterizedTest
	@MethodSource
	void pathVariableIsASegment(Method method, int position) {
		for (String value : List.of("..", ".", "", " ", "a\nb", "a\u0000b")) {
			assertThatIllegalArgumentException().isThrownBy(() -> call(method, position, value))
				.withMessageContaining("'" + method.getParameters()[position].getName() + "'");
		}
		assertThat(this.api.requests()).isZero();
	}

	static Stream<Object[]> pathVariableIsASegment() {
		return positions((parameter) -> parameter.isAnnotationPresent(PathVariable.class));
	}

	@ParameterizedTest
	@MethodSource
	void argumentIsRequired(Method method, int position) {
		assertThatIllegalArgumentException().isThrownBy(() -> call(method, position, null))
			.withMessage("'" + method.getParameters()[position].getName() + "' must not be null");
		assertThat(this.api.requests()).isZero();
	}

	static Stream<Object[]> argumentIsRequired() {
		return positions((parameter) -> !parameter.getType().isPrimitive() && !isOptional(parameter));
	}

	private static boolean isOptional(Parameter parameter) {
		RequestParam annotation = parameter.getAnnotation(RequestParam.class);
		return annotation != null && !annotation.required();
	}

	private static Stream<Object[]> positions(Predicate<Parameter> condition) {
		return ScalekitContracts.all()
			.stream()
			.flatMap((contract) -> Arrays.stream(contract.getMethods()))
			.filter((method) -> AnnotatedElementUtils.hasAnnotation(method, HttpExchange.class))
			.flatMap((method) -> IntStream.range(0, method.getParameterCount())
				.filter((position) -> condition.test(method.getParameters()[position]))
				.mapToObj((position) -> new Object[] { method, position }));
	}

	private void call(Method method, int position, @Nullable Object value) throws Throwable {
		Object[] arguments = Arrays.stream(method.getGenericParameterTypes()).map(RequestSamples::value).toArray();
		arguments[position] = value;
		try {
			Object result = method.invoke(this.scalekit.create(method.getDeclaringClass()), arguments);
			if (result instanceof Mono<?> mono) {
				mono.block();
			}
			else if (result instanceof Flux<?> flux) {
				flux.blockLast();
			}
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

}
