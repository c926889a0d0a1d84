package com.scalekit.spring.test.tools;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;
import com.scalekit.spring.test.TestClient.Response;
import com.scalekit.spring.test.connectedaccounts.NewConnectedAccount;

import static org.assertj.core.api.Assertions.assertThat;

class ToolsApiTests {

	private static final String EXECUTE = "/api/v1/execute_tool";

	private final ScalekitServer server = ScalekitServer.start();

	private final TestClient client = TestClient.authorized(this.server);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void toolWithoutServiceNeedsNoAccount() {
		this.server.tools().register("echo", (params) -> params);
		JsonNode execution = this.client.post(EXECUTE, """
				{"tool_name":"echo","params":{"a":[1,null,{"b":true}]}}""").json();
		assertThat(execution.get("data")).isEqualTo(TestClient.json("{\"a\":[1,null,{\"b\":true}]}"));
		assertThat(execution.get("execution_id").stringValue()).startsWith("exe_");
	}

	@Test
	void toolOfAServiceIsExecutedWithTheAccountOfTheUser() {
		AtomicReference<Map<String, Object>> sent = new AtomicReference<>();
		this.server.tools().register("gmail_send", (params) -> {
			sent.set(params);
			return Map.of("id", "1");
		});
		String id = this.server.connectedAccounts().add("gmail", "ann");
		this.server.connectedAccounts().add("slack", "ann");
		assertThat(execute("gmail_send", "ann").status()).isEqualTo(200);
		assertThat(sent.get()).isEqualTo(Map.of("to", "bob"));
		assertThat(this.server.connectedAccounts().get(id).lastUsedAt()).isNotNull();
		ResponseAssert.assertThat(execute("gmail_send", "bob"))
			.isError(404, 5, "RESOURCE_NOT_FOUND")
			.hasMessage("connected account not found");
		ResponseAssert.assertThat(execute("gmail_fetch", "ann"))
			.isError(404, 5, "RESOURCE_NOT_FOUND")
			.hasMessage("tool not found");
		ResponseAssert.assertThat(this.client.post(EXECUTE, "{\"tool_name\":\"gmail_send\"}"))
			.isError(400, 3, "INVALID_ARGUMENT");
	}

	@Test
	void accountHasToBeActive() {
		this.server.tools().register("gmail_send", (params) -> params);
		String id = this.server.connectedAccounts().add("gmail", "ann", NewConnectedAccount::pending);
		ResponseAssert.assertThat(execute("gmail_send", "ann"))
			.isError(400, 9, "FAILED_PRECONDITION")
			.hasMessage("the connected account is PENDING_AUTH");
		this.server.connectedAccounts().authorize(id);
		assertThat(execute("gmail_send", "ann").status()).isEqualTo(200);
		this.server.connectedAccounts().expire(id);
		ResponseAssert.assertThat(execute("gmail_send", "ann")).isError(400, 9, "REAUTHENTICATION_NEEDED");
	}

	@ParameterizedTest
	@CsvSource({ "400, 3, EXEC_FAILED", "401, 16, UNAUTHORIZED", "403, 7, FORBIDDEN", "404, 5, EXEC_FAILED",
			"429, 8, RATE_LIMITED", "500, 13, TOOL_EXEC_FAILED" })
	void failureHasTheStatusOfTheService(int status, int code, String toolErrorCode) {
		this.server.tools().register("fail", (params) -> {
			throw failure(status);
		});
		Response response = this.client.post(EXECUTE, "{\"tool_name\":\"fail\"}");
		ResponseAssert.assertThat(response).isError(status, code, "TOOL_ERROR").hasMessage("No");
		JsonNode info = response.json().at("/details/0/tool_error_info");
		assertThat(info.get("execution_id").stringValue()).startsWith("exe_");
		assertThat(info.get("tool_error_message").stringValue()).isEqualTo("No");
		assertThat(info.get("tool_error_code").stringValue()).isEqualTo(toolErrorCode);
	}

	private static ToolFailure failure(int status) {
		return switch (status) {
			case 400 -> ToolFailure.badRequest("No");
			case 401 -> ToolFailure.unauthorized("No");
			case 403 -> ToolFailure.forbidden("No");
			case 404 -> ToolFailure.notFound("No");
			case 429 -> ToolFailure.rateLimited("No");
			default -> ToolFailure.failed("No");
		};
	}

	@Test
	void requiredArgumentIsThere() {
		this.server.tools().register("echo", (params) -> params, (tool) -> tool.inputSchema("""
				{"type":"object","required":["text"]}"""));
		ResponseAssert.assertThat(this.client.post(EXECUTE, "{\"tool_name\":\"echo\",\"params\":{}}"))
			.isError(400, 3, "INVALID_ARGUMENT")
			.hasMessage("the argument text is required");
	}

	@Test
	void otherRequestsAreAnsweredWhileAToolIsExecuted() throws InterruptedException {
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch finish = new CountDownLatch(1);
		this.server.tools().register("wait", (params) -> {
			started.countDown();
			await(finish);
			return Map.of();
		});
		Thread execution = new Thread(() -> this.client.post(EXECUTE, "{\"tool_name\":\"wait\"}"));
		execution.start();
		started.await();
		assertThat(this.client.get("/api/v1/organizations").status()).isEqualTo(200);
		finish.countDown();
		execution.join();
		assertThat(this.server.requests("POST /api/v1/execute_tool")).singleElement()
			.satisfies((request) -> assertThat(request.status()).isEqualTo(200));
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void toolsAreListed() {
		this.server.tools().register("echo", (params) -> params);
		this.server.tools()
			.register("gmail_send", (params) -> params,
					(tool) -> tool.description("Sends a mail").tags("mail").inputSchema("""
							{"type":"object","properties":{"to":{"type":"string"}}}"""));
		this.server.connectedAccounts().add("gmail", "ann");
		assertThat(names("")).containsExactly("echo", "gmail_send");
		assertThat(names("?filter.provider=gmail")).containsExactly("gmail_send");
		assertThat(names("?filter.query=sends")).containsExactly("gmail_send");
		assertThat(names("?filter.tool_name=echo&filter.tool_name=other")).containsExactly("echo");
		assertThat(names("?filter.identifier=ann")).containsExactly("echo", "gmail_send");
		assertThat(names("?filter.identifier=bob")).containsExactly("echo");
		JsonNode tool = this.client.get("/api/v1/tools?filter.provider=GMAIL").json().at("/tools/0");
		assertThat(tool.get("provider").stringValue()).isEqualTo("GMAIL");
		assertThat(tool.at("/definition/description").stringValue()).isEqualTo("Sends a mail");
		assertThat(tool.at("/definition/input_schema/properties/to/type").stringValue()).isEqualTo("string");
		assertThat(tool.at("/tags/0").stringValue()).isEqualTo("mail");
	}

	private List<String> names(String query) {
		return this.client.get("/api/v1/tools" + query)
			.json()
			.get("tools")
			.valueStream()
			.map((tool) -> tool.at("/definition/name").stringValue())
			.toList();
	}

	@Test
	void summaryHasTheNamesOnly() {
		this.server.tools().register("echo", (params) -> params);
		JsonNode summary = this.client.get("/api/v1/tools?filter.summary=true").json();
		assertThat(summary.get("tool_names").valueStream().map(JsonNode::stringValue)).containsExactly("echo");
		assertThat(summary.get("tools").isEmpty()).isTrue();
	}

	@Test
	void toolsOfAUserAreThoseOfActiveAccounts() {
		this.server.tools().register("gmail_send", (params) -> params);
		this.server.tools().register("slack_post", (params) -> params);
		String gmail = this.server.connectedAccounts().add("gmail", "ann");
		this.server.connectedAccounts().add("slack", "ann", NewConnectedAccount::expired);
		JsonNode available = this.client.get("/api/v1/tools/available?identifier=ann").json();
		assertThat(available.at("/tools/0/definition/name").stringValue()).isEqualTo("gmail_send");
		assertThat(available.get("total_size").intValue()).isEqualTo(1);
		ResponseAssert.assertThat(this.client.get("/api/v1/tools/available?identifier=bob"))
			.isError(404, 5, "RESOURCE_NOT_FOUND");
		JsonNode scoped = this.client.get("/api/v1/tools/scoped?identifier=ann&filter.providers=GMAIL").json();
		assertThat(scoped.at("/tools/0/connected_account_id").stringValue()).isEqualTo(gmail);
		assertThat(scoped.at("/tools/0/identifier").stringValue()).isEqualTo("ann");
		assertThat(scoped.at("/tools/0/tool/definition/name").stringValue()).isEqualTo("gmail_send");
		assertThat(this.client.get("/api/v1/tools/scoped?identifier=ann&filter.connection_names=slack")
			.json()
			.get("tools")
			.isEmpty()).isTrue();
	}

	private Response execute(String tool, String identifier) {
		return this.client.post(EXECUTE, """
				{"tool_name":"%s","identifier":"%s","params":{"to":"bob"}}""".formatted(tool, identifier));
	}

}
