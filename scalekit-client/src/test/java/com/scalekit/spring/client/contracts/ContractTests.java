package com.scalekit.spring.client.contracts;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.ClassUtils;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.http.Enveloped;
import com.scalekit.spring.client.http.TestJson;
import com.scalekit.spring.test.api.ApiField;
import com.scalekit.spring.test.api.ApiOperation;
import com.scalekit.spring.test.api.ApiRequestBody;
import com.scalekit.spring.test.api.ApiTable;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Base class for the tests of a contract: both twins make the requests that the calls
 * name, and read all that the API may answer.
 *
 * @param <C> the type of the blocking contract
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ContractTests<C> {

	private static final ApiTable TABLE = ApiTable.load();

	private static final JsonMapper JSON = new JsonMapper();

	private final TestApi api = new TestApi();

	private final ScalekitClients scalekit = this.api.clients().build();

	private final Class<C> contract;

	private final C blocking;

	private final Object reactive;

	protected ContractTests(Class<C> contract) {
		this.contract = contract;
		this.blocking = this.scalekit.create(contract);
		this.reactive = this.scalekit.create(
				ClassUtils.resolveClassName(contract.getPackageName() + ".Reactive" + contract.getSimpleName(), null));
	}

	/**
	 * Return calls of all methods of the contract.
	 * @return the calls
	 */
	protected abstract Stream<Call<C>> calls();

	/**
	 * Describe a call whose request has no body.
	 * @param request the method and the URL of the request, encoded as it is sent
	 * @param call calls a method of the contract
	 * @return the call
	 */
	protected Call<C> call(String request, Consumer<C> call) {
		return new Call<>(request, null, call);
	}

	/**
	 * Describe a call.
	 * @param request the method and the URL of the request, encoded as it is sent
	 * @param body the body of the request
	 * @param call calls a method of the contract
	 * @return the call
	 */
	protected Call<C> call(String request, String body, Consumer<C> call) {
		return new Call<>(request, body, call);
	}

	@BeforeEach
	void forgetRequests() {
		this.api.server().resetRequests();
	}

	@AfterAll
	void close() {
		this.scalekit.close();
		this.api.close();
	}

	@ParameterizedTest
	@MethodSource("calls")
	void blockingClientMakesTheRequest(Call<C> call) throws Throwable {
		serve(call, JsonSamples.COMPLETE);
		call.invocation(this.contract).on(this.blocking);
		assertSent(call);
	}

	@ParameterizedTest
	@MethodSource("calls")
	void reactiveClientMakesTheRequest(Call<C> call) throws Throwable {
		serve(call, JsonSamples.COMPLETE);
		call.invocation(this.contract).on(this.reactive);
		assertSent(call);
	}

	@ParameterizedTest
	@MethodSource("calls")
	void nothingOfTheResponseIsLost(Call<C> call) throws Throwable {
		Call.Invocation invocation = call.invocation(this.contract);
		ObjectNode response = serve(call, JsonSamples.COMPLETE);
		Object result = invocation.on(this.blocking);
		if (result == null) {
			assertThat(response.isEmpty()).isTrue();
		}
		else {
			assertThat(JsonSamples.normalized(TestJson.write(result)))
				.isEqualTo(JsonSamples.normalized(content(invocation.method(), response)));
		}
		assertThat(invocation.on(this.reactive)).isEqualTo(result);
	}

	@ParameterizedTest
	@MethodSource("calls")
	void anythingCanBeMissingAndNewInTheResponse(Call<C> call) throws Throwable {
		Call.Invocation invocation = call.invocation(this.contract);
		for (JsonSamples sample : JsonSamples.values()) {
			serve(call, sample);
			Object result = invocation.on(this.blocking);
			assertThat(invocation.on(this.reactive)).as(sample.name()).isEqualTo(result);
			assertThat(TestJson.write((result != null) ? result : "").findValuesAsString("unheard_of")).isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("calls")
	void secretsAreNeitherShownNorLogged(Call<C> call) throws Throwable {
		serve(call, JsonSamples.COMPLETE);
		Call.Invocation invocation = call.invocation(this.contract);
		try (CapturedLog log = CapturedLog.start()) {
			String shown = invocation.on(this.blocking) + " " + invocation.on(this.reactive) + " " + log.text();
			assertThat(shown).contains(call.path()).doesNotContain(JsonSamples.SECRET);
			assertThat(secrets(call)).allSatisfy((secret) -> assertThat(shown).doesNotContain(secret));
		}
	}

	@Test
	void everyMethodIsCalled() {
		assertThat(calls().map((call) -> call.invocation(this.contract).method()))
			.containsOnly(this.contract.getMethods())
			.contains(this.contract.getMethods());
	}

	private ObjectNode serve(Call<C> call, JsonSamples sample) {
		ApiOperation operation = operation(call);
		ObjectNode response = sample.response(operation.response());
		response.remove(List.of("next_page_token", "prev_page_token"));
		this.api.stub(any(anyUrl()).atPriority(10).willReturn(jsonResponse(response.toString(), operation.status())));
		return response;
	}

	private static List<String> secrets(Call<?> call) {
		ApiRequestBody request = operation(call).request();
		if (call.body() == null || request == null) {
			return List.of();
		}
		return request.object()
			.fields()
			.stream()
			.filter(ApiField::isSecret)
			.map((field) -> JSON.readTree(call.body()).path(field.name()).asString(""))
			.filter((secret) -> !secret.isEmpty())
			.toList();
	}

	private static ApiOperation operation(Call<?> call) {
		return TABLE.find(call.method(), call.path()).orElseThrow();
	}

	private void assertSent(Call<C> call) {
		List<LoggedRequest> requests = this.api.server()
			.findAll(anyRequestedFor(anyUrl()))
			.stream()
			.filter((request) -> !request.getUrl().equals("/oauth/token"))
			.toList();
		assertThat(requests).singleElement().satisfies((request) -> {
			assertThat(request.getMethod().getName()).isEqualTo(call.method());
			assertThat(request.getUrl().replaceFirst("\\?.*", "")).isEqualTo(call.path());
			assertThat(query(request.getUrl())).isEqualTo(query(call.url()));
			String body = request.getBodyAsString();
			assertThat(body.isEmpty() ? null : JSON.readTree(body))
				.isEqualTo((call.body() != null) ? JSON.readTree(call.body()) : null);
			assertThat(request.getHeader("Content-Type")).isEqualTo(body.isEmpty() ? null : "application/json");
			assertThat(request.getHeader("Accept")).isEqualTo("application/json");
			assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + TestApi.ACCESS_TOKEN);
		});
	}

	/**
	 * The order of parameters carries no meaning, but that of equal ones does.
	 */
	private static Map<String, String> query(String url) {
		Map<String, String> query = new TreeMap<>();
		if (url.contains("?")) {
			for (String parameter : url.replaceFirst("[^?]*\\?", "").split("&")) {
				query.merge(parameter.replaceFirst("=.*", ""), parameter, String::concat);
			}
		}
		return query;
	}

	private static @Nullable JsonNode content(Method method, ObjectNode response) {
		if (Stream.class.isAssignableFrom(method.getReturnType()) || List.class == method.getReturnType()) {
			List<JsonNode> lists = response.values().stream().filter(JsonNode::isArray).toList();
			return lists.stream().filter((list) -> list.path(0).isObject()).findFirst().orElseGet(() -> lists.get(0));
		}
		Enveloped enveloped = method.getAnnotation(Enveloped.class);
		enveloped = (enveloped != null) ? enveloped : method.getReturnType().getAnnotation(Enveloped.class);
		return (enveloped != null) ? response.get(enveloped.value()) : response;
	}

}
