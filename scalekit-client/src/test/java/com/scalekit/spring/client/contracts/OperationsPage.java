package com.scalekit.spring.client.contracts;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.scalekit.spring.test.api.ApiOperation;
import com.scalekit.spring.test.api.ApiTable;

/**
 * The page of the documentation that tells which method makes which request.
 */
final class OperationsPage {

	private static final String INTRODUCTION = """
			# Operations

			The operations of the [REST API](https://docs.scalekit.com/apis/), and the method that calls each of them. Each
			contract has a reactive twin with the same methods: `UsersClient` and `ReactiveUsersClient`. Methods such as `all`
			call an operation several times; they are in the Javadoc.

			Retried: *always* after any failure that may be temporary, *if safe* unless the server may have executed the call,
			*idempotent* also if it may have, *never* not at all. [Retries and tokens](retries-and-tokens.md) has the rules.

			Operations that Scalekit has not published may be refused or change, so there are no methods for them, except for
			API tokens. Call them with [an interface of your own or the
			`scalekitWebClient`](concepts.md#calling-other-operations).
			""";

	private OperationsPage() {
	}

	static String render(List<Class<?>> contracts) {
		Map<String, List<Method>> claims = new Conformance().check(contracts).claims();
		Map<String, List<ApiOperation>> groups = ApiTable.load()
			.operations()
			.stream()
			.collect(Collectors.groupingBy(ApiOperation::group, LinkedHashMap::new, Collectors.toList()));
		return INTRODUCTION + groups.entrySet()
			.stream()
			.map((group) -> section(group.getKey(), group.getValue(), claims))
			.collect(Collectors.joining());
	}

	private static String section(String group, List<ApiOperation> operations, Map<String, List<Method>> claims) {
		return "\n## %s\n\n| Operation | Method | Retried |\n|---|---|---|\n".formatted(group)
				+ operations.stream().map((operation) -> row(operation, claims)).collect(Collectors.joining());
	}

	private static String row(ApiOperation operation, Map<String, List<Method>> claims) {
		List<Method> methods = claims.getOrDefault(operation.alias().orElse(operation.id()), List.of());
		String method = methods.isEmpty() ? "–"
				: "`" + methods.stream().map(OperationsPage::text).collect(Collectors.joining("`, `")) + "`";
		return "| `%s` | %s | %s |\n".formatted(operation.reference(), method, retried(operation));
	}

	private static String text(Method method) {
		return method.getDeclaringClass().getSimpleName() + "." + method.getName()
				+ Arrays.stream(method.getParameters())
					.map(Parameter::getName)
					.collect(Collectors.joining(", ", "(", ")"));
	}

	private static String retried(ApiOperation operation) {
		if (operation.method().equals("GET") || operation.is("read")) {
			return "always";
		}
		if (operation.is("no-retry")) {
			return "never";
		}
		boolean repeatableVerb = operation.method().equals("PUT") || operation.method().equals("DELETE");
		return (operation.is("idempotent") || (repeatableVerb && !operation.is("non-idempotent"))) ? "idempotent"
				: "if safe";
	}

}
