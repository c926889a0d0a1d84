package com.scalekit.spring.client.contracts;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.HttpExchange;

import com.scalekit.spring.client.http.BodyMember;
import com.scalekit.spring.client.http.EmptyObject;
import com.scalekit.spring.client.http.Enveloped;
import com.scalekit.spring.client.http.Idempotent;
import com.scalekit.spring.client.http.JsonObject;
import com.scalekit.spring.client.http.NonIdempotent;
import com.scalekit.spring.client.http.NotRetried;
import com.scalekit.spring.client.http.Query;
import com.scalekit.spring.client.http.TestJson;
import com.scalekit.spring.client.http.Timeout;
import com.scalekit.spring.test.api.ApiField;
import com.scalekit.spring.test.api.ApiObject;
import com.scalekit.spring.test.api.ApiOperation;
import com.scalekit.spring.test.api.ApiTable;
import com.scalekit.spring.test.api.ApiType;
import com.scalekit.spring.test.api.ApiType.Kind;

/**
 * Holds the methods of contracts against the table of the API.
 */
final class Conformance {

	private static final ApiTable TABLE = ApiTable.load();

	private final List<String> violations = new ArrayList<>();

	private final Map<String, List<Method>> claims = new LinkedHashMap<>();

	private String place = "";

	/**
	 * Check contracts of one kind: either blocking or reactive ones.
	 */
	Conformance check(List<Class<?>> contracts) {
		for (Class<?> contract : contracts) {
			Arrays.stream(contract.getMethods())
				.filter((method) -> AnnotatedElementUtils.hasAnnotation(method, HttpExchange.class))
				.forEach(this::check);
		}
		return this;
	}

	/**
	 * Return what is wrong.
	 */
	List<String> violations() {
		return this.violations;
	}

	/**
	 * Return the methods that claim each operation.
	 */
	Map<String, List<Method>> claims() {
		return this.claims;
	}

	private void check(Method method) {
		this.place = method.getDeclaringClass().getSimpleName() + "." + method.getName();
		String request = request(method);
		Optional<ApiOperation> operation = TABLE.operations()
			.stream()
			.filter((candidate) -> withoutNames(candidate.reference()).equals(withoutNames(request)))
			.findFirst();
		if (operation.isEmpty()) {
			violated("makes the unknown request " + request);
			return;
		}
		this.claims.computeIfAbsent(operation.get().id(), (id) -> new ArrayList<>()).add(method);
		checkQuery(method, operation.get());
		checkBody(method, operation.get());
		checkResponse(method, operation.get());
		checkTraits(method, operation.get());
	}

	private static String request(Method method) {
		HttpExchange root = AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), HttpExchange.class);
		HttpExchange exchange = AnnotatedElementUtils.findMergedAnnotation(method, HttpExchange.class);
		return exchange.method() + " " + root.url() + exchange.url();
	}

	private static String withoutNames(String request) {
		return request.replaceAll("\\{\\w+}", "{}");
	}

	private void checkQuery(Method method, ApiOperation operation) {
		Map<String, ApiField> expected = fields(
				operation.queryParameters().stream().filter((field) -> !isNeverSent(operation, field)));
		Set<String> actual = new TreeSet<>();
		for (Parameter parameter : method.getParameters()) {
			if (parameter.isAnnotationPresent(RequestParam.class)) {
				RequestParam annotation = AnnotatedElementUtils.findMergedAnnotation(parameter, RequestParam.class);
				ApiField field = expected.get(annotation.name());
				actual.add(annotation.name());
				if (!annotation.required() && field != null && field.isRequired()) {
					violated("has the optional parameter %s, which is required".formatted(annotation.name()));
				}
			}
			else if (parameter.isAnnotationPresent(Query.class)) {
				RequestSamples.of(parameter.getType()).forEach((sample) -> {
					actual.addAll(TestJson.members(sample).keySet());
					checkMembers("query", TestJson.write(sample), expected);
				});
			}
		}
		compareNames("query parameters", actual, expected.keySet());
	}

	/**
	 * The parameter makes the operation fail.
	 */
	private static boolean isNeverSent(ApiOperation operation, ApiField field) {
		return field.isDeprecated()
				|| (operation.id().equals("GetOrganizationByExternalId") && field.name().equals("id"));
	}

	private void checkBody(Method method, ApiOperation operation) {
		Map<String, ApiField> expected = (operation.request() != null)
				? fields(operation.request().object().fields().stream().filter(Conformance::isWritable)) : Map.of();
		Set<String> actual = new TreeSet<>();
		boolean hasBody = method.isAnnotationPresent(EmptyObject.class);
		for (Parameter parameter : method.getParameters()) {
			if (parameter.isAnnotationPresent(BodyMember.class)) {
				hasBody = true;
				String name = parameter.getAnnotation(BodyMember.class).value();
				actual.add(name);
				if (expected.containsKey(name)) {
					checkParameter(name, parameter.getParameterizedType(), expected.get(name).type());
				}
			}
			else if (parameter.isAnnotationPresent(RequestBody.class)) {
				hasBody = true;
				actual.addAll(checkRequest(parameter.getType(), expected));
			}
			else if (!parameter.isAnnotationPresent(PathVariable.class)
					&& !parameter.isAnnotationPresent(RequestParam.class)
					&& !parameter.isAnnotationPresent(Query.class)) {
				violated("has parameter %s, which is sent nowhere".formatted(parameter.getName()));
			}
		}
		if (hasBody != (operation.request() != null)) {
			violated(hasBody ? "has a body, unlike the API" : "has no body, unlike the API");
		}
		compareNames("members of the body", actual, expected.keySet());
	}

	private Set<String> checkRequest(Class<?> type, Map<String, ApiField> expected) {
		Set<String> names = new TreeSet<>();
		for (JsonObject<?> sample : RequestSamples.of(type)) {
			Enveloped enveloped = type.getAnnotation(Enveloped.class);
			JsonNode json = TestJson.write(sample);
			if (enveloped != null && enveloped.inRequests()) {
				names.add(enveloped.value());
				checkValue(enveloped.value(), json, expected.get(enveloped.value()).type());
			}
			else {
				names.addAll(json.propertyNames());
				checkMembers("body", json, expected);
			}
		}
		return names;
	}

	private void checkMembers(String where, JsonNode object, Map<String, ApiField> expected) {
		object.properties().forEach((member) -> {
			ApiField field = expected.get(member.getKey());
			if (field == null) {
				violated("sends %s in the %s, unlike the API".formatted(member.getKey(), where));
			}
			else if (!member.getValue().isNull() || !field.isNullable()) {
				checkValue(member.getKey(), member.getValue(), field.type());
			}
		});
		expected.values()
			.stream()
			.filter((field) -> field.isRequired() && !object.has(field.name()))
			.forEach((field) -> violated(
					"may leave out %s of the %s, which is required".formatted(field.name(), where)));
	}

	private void checkValue(String name, JsonNode value, ApiType type) {
		if (type.isList() != value.isArray()) {
			violated("sends %s as %s, unlike the API".formatted(name, value.getNodeType()));
		}
		else if (type.isList()) {
			value.forEach((element) -> checkValue(name, element, type.element()));
		}
		else if (!isValid(value, type)) {
			violated("sends %s as %s where %s is expected".formatted(name, value, type.name()));
		}
		else if (type.kind() == Kind.OBJECT) {
			checkMembers(name, value,
					fields(TABLE.object(type.name()).fields().stream().filter(Conformance::isWritable)));
		}
	}

	private static boolean isValid(JsonNode value, ApiType type) {
		return switch (type.kind()) {
			case STRING -> value.isString() && isAllowed(value.stringValue(), type.text().allowed());
			case BASE64 -> value.isString();
			case BOOL -> value.isBoolean();
			case INT32, UINT32 -> value.isIntegralNumber();
			case INT64 -> value.isString() && value.stringValue().matches("\\d+");
			case DOUBLE -> value.isNumber();
			case TIMESTAMP -> value.isString() && value.stringValue().matches("\\d{4}-.*Z");
			case DURATION -> value.isString() && value.stringValue().matches("[\\d.]+s");
			case MAP -> value.isObject() && value.valueStream().allMatch(JsonNode::isString);
			case JSON, OBJECT -> value.isObject();
			case ENUM -> value.isString() && TABLE.documentedEnumConstants(type.name()).contains(value.stringValue());
		};
	}

	private static boolean isAllowed(String text, List<String> allowed) {
		return allowed.isEmpty() || allowed.contains(text) || text.equals(RequestSamples.TEXT);
	}

	private void checkParameter(String name, Type javaType, ApiType type) {
		Class<?> raw = raw(javaType);
		if (type.isList()) {
			if (!raw.isArray() && raw != List.class) {
				violated("sends %s as %s, unlike the API".formatted(name, raw.getSimpleName()));
			}
		}
		else {
			checkType(name, javaType, type);
		}
	}

	private void checkResponse(Method method, ApiOperation operation) {
		Type type = method.getGenericReturnType();
		if (type instanceof ParameterizedType mono && mono.getRawType() == Mono.class) {
			type = mono.getActualTypeArguments()[0];
		}
		ApiObject response = operation.response();
		if (type == void.class || type == Void.class) {
			if (!response.fields().isEmpty()) {
				violated("returns nothing, unlike the API");
			}
			return;
		}
		Enveloped enveloped = method.getAnnotation(Enveloped.class);
		enveloped = (enveloped != null) ? enveloped : raw(type).getAnnotation(Enveloped.class);
		if (enveloped == null) {
			checkRecord(raw(type), response, new HashSet<>());
			return;
		}
		Optional<ApiField> member = response.field(enveloped.value());
		if (member.isEmpty()) {
			violated("reads %s, which the API does not send".formatted(enveloped.value()));
		}
		else if (response.fields().size() > 1) {
			violated("reads %s only, and the API sends more".formatted(enveloped.value()));
		}
		else {
			checkType(enveloped.value(), type, member.get().type());
		}
	}

	private void checkType(String name, Type javaType, ApiType type) {
		checkType(name, javaType, type, new HashSet<>());
	}

	private void checkType(String name, Type javaType, ApiType type, Set<Class<?>> visited) {
		Class<?> raw = raw(javaType);
		if (type.isList()) {
			if (raw != List.class) {
				violated("reads %s as %s, unlike the API".formatted(name, raw.getSimpleName()));
			}
			else {
				checkType(name, ((ParameterizedType) javaType).getActualTypeArguments()[0], type.element(), visited);
			}
			return;
		}
		boolean valid = switch (type.kind()) {
			case STRING -> raw == String.class || raw == URI.class || raw == Duration.class
					|| (raw.isEnum() && hasAll(raw, type.text().allowed()));
			case BASE64 -> raw == String.class;
			case BOOL -> raw == boolean.class || raw == Boolean.class;
			case INT32, UINT32 ->
				Set.of(int.class, Integer.class, long.class, Long.class, Duration.class).contains(raw);
			case INT64 -> Set.of(long.class, Long.class, Duration.class, Instant.class).contains(raw);
			case DOUBLE -> raw == double.class;
			case TIMESTAMP -> raw == Instant.class;
			case DURATION -> raw == Duration.class;
			case MAP -> raw == Map.class;
			case JSON -> raw == Map.class;
			case ENUM ->
				raw == String.class || (raw.isEnum() && hasAll(raw, TABLE.documentedEnumConstants(type.name())));
			case OBJECT -> raw.isRecord() || JsonObject.class.isAssignableFrom(raw);
		};
		if (!valid) {
			violated("reads %s as %s where %s is expected".formatted(name, raw.getSimpleName(), type.name()));
		}
		else if (type.kind() == Kind.OBJECT) {
			checkRecord(raw, TABLE.object(type.name()), visited);
		}
	}

	/**
	 * The JSON object of a request is a response in some places; it has no components.
	 */
	private void checkRecord(Class<?> record, ApiObject object, Set<Class<?>> visited) {
		if (!record.isRecord() || !visited.add(record)) {
			return;
		}
		Map<String, ApiField> expected = fields(object.fields().stream().filter((field) -> !field.isDeprecated()));
		Map<String, RecordComponent> actual = new LinkedHashMap<>();
		Arrays.stream(record.getRecordComponents()).forEach((component) -> actual.put(name(component), component));
		compareNames("members of " + record.getSimpleName(), new TreeSet<>(actual.keySet()), expected.keySet());
		actual.forEach((name, component) -> {
			ApiField field = expected.get(name);
			if (field != null) {
				checkNullness(name, component, field);
				checkType(name, component.getGenericType(), field.type(), visited);
			}
		});
	}

	private void checkNullness(String name, RecordComponent component, ApiField field) {
		boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
		if (!nullable && field.isOptional()) {
			violated("reads %s as if it were always there".formatted(name));
		}
		if (nullable && field.type().isList()) {
			violated("reads %s as if it could be null".formatted(name));
		}
	}

	private static String name(RecordComponent component) {
		JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
		return (property != null && !property.value().isEmpty()) ? property.value()
				: component.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
	}

	private static boolean hasAll(Class<?> type, List<String> constants) {
		Set<String> names = Arrays.stream(type.getEnumConstants())
			.map((constant) -> TestJson.write(constant).stringValue())
			.collect(Collectors.toSet());
		return !constants.isEmpty() && names.containsAll(constants);
	}

	private void checkTraits(Method method, ApiOperation operation) {
		Idempotent idempotent = method.getAnnotation(Idempotent.class);
		boolean readable = operation.is("read");
		if ((idempotent != null && idempotent.safe()) != readable) {
			violated(readable ? "is not marked as safe" : "is marked as safe");
		}
		if ((idempotent != null && !idempotent.safe()) != operation.is("idempotent")) {
			violated(operation.is("idempotent") ? "is not marked as idempotent" : "is marked as idempotent");
		}
		boolean repeatableVerb = operation.method().equals("PUT") || operation.method().equals("DELETE");
		if (method.isAnnotationPresent(NonIdempotent.class) != (operation.is("non-idempotent") && repeatableVerb)) {
			violated("is marked as not idempotent or not, unlike the API");
		}
		if (method.isAnnotationPresent(NotRetried.class) != operation.is("no-retry")) {
			violated("is retried or not, unlike the API");
		}
		Timeout timeout = method.getAnnotation(Timeout.class);
		if (!operation.timeout()
			.equals(Optional.ofNullable(timeout).map((value) -> Duration.ofSeconds(value.seconds())))) {
			violated("has another timeout than the API");
		}
	}

	private void compareNames(String what, Set<String> actual, Set<String> expected) {
		if (!actual.equals(new TreeSet<>(expected))) {
			violated("has the %s %s, and the API %s".formatted(what, actual, new TreeSet<>(expected)));
		}
	}

	private static boolean isWritable(ApiField field) {
		return !field.isReadOnly() && !field.isDeprecated();
	}

	private static Map<String, ApiField> fields(Stream<ApiField> fields) {
		return fields
			.collect(Collectors.toMap(ApiField::name, (field) -> field, (left, right) -> left, LinkedHashMap::new));
	}

	private static Class<?> raw(Type type) {
		return (Class<?>) ((type instanceof ParameterizedType parameterized) ? parameterized.getRawType() : type);
	}

	private void violated(String text) {
		this.violations.add(this.place + " " + text);
	}

}
