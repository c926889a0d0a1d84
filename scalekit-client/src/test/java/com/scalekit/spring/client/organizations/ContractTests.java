package com.scalekit.spring.client.organizations;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.service.annotation.HttpExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The two clients are one contract in two programming models.
 */
class ContractTests {

	private static final List<String> OPERATIONS = List.of("GET /api/v1/organizations", "POST /api/v1/organizations",
			"GET /api/v1/organizations/{id}", "PATCH /api/v1/organizations/{id}", "DELETE /api/v1/organizations/{id}",
			"PUT /api/v1/organizations/{id}/portal_links", "PATCH /api/v1/organizations/{id}/settings",
			"GET /api/v1/organizations/{organization_id}/session-policy",
			"PATCH /api/v1/organizations/{organization_id}/session-policy",
			"PATCH /api/v1/organizations/{organization_id}/settings/usermanagement",
			"GET /api/v1/organizations:external/{external_id}");

	@Test
	void twinsMirrorEachOther() {
		assertThat(signatures(ReactiveOrganizationsClient.class, ContractTests::blockingType))
			.containsExactlyInAnyOrderElementsOf(signatures(OrganizationsClient.class, Type::getTypeName));
	}

	@Test
	void blockingClientClaimsEachOperationOnce() {
		assertThat(operations(OrganizationsClient.class)).containsExactlyInAnyOrderElementsOf(OPERATIONS);
	}

	@Test
	void reactiveClientClaimsEachOperationOnce() {
		assertThat(operations(ReactiveOrganizationsClient.class)).containsExactlyInAnyOrderElementsOf(OPERATIONS);
	}

	private static List<String> operations(Class<?> contract) {
		String root = contract.getAnnotation(HttpExchange.class).url();
		return Arrays.stream(contract.getMethods())
			.map((method) -> AnnotatedElementUtils.findMergedAnnotation(method, HttpExchange.class))
			.filter((exchange) -> exchange != null)
			.map((exchange) -> exchange.method() + " " + root
					+ exchange.url().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase())
			.toList();
	}

	private static List<String> signatures(Class<?> contract, Function<Type, String> returnType) {
		return Arrays.stream(contract.getMethods())
			.map((method) -> Arrays.toString(method.getAnnotations()) + " "
					+ returnType.apply(method.getGenericReturnType()) + " " + method.getName() + parameters(method))
			.toList();
	}

	private static List<String> parameters(Method method) {
		return Arrays.stream(method.getParameters())
			.map((parameter) -> Arrays.toString(parameter.getAnnotations())
					+ parameter.getParameterizedType().getTypeName() + " " + parameter.getName())
			.toList();
	}

	private static String blockingType(Type reactiveType) {
		ParameterizedType type = (ParameterizedType) reactiveType;
		String element = type.getActualTypeArguments()[0].getTypeName();
		if (type.getRawType() == Flux.class) {
			return Stream.class.getName() + "<" + element + ">";
		}
		assertThat(type.getRawType()).isEqualTo(Mono.class);
		return element.equals(Void.class.getName()) ? "void" : element;
	}

}
