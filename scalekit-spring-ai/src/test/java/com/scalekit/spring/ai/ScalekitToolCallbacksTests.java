package com.scalekit.spring.ai;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.example.chat.ObedientChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.execution.ToolExecutionException;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.tools.ToolQuery;
import com.scalekit.spring.client.tools.ToolsClient;
import com.scalekit.spring.test.ReceivedRequest;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScriptedResponse;
import com.scalekit.spring.test.connectedaccounts.NewConnectedAccount;
import com.scalekit.spring.test.junit.ScalekitServerExtension;
import com.scalekit.spring.test.tools.ToolFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ExtendWith(ScalekitServerExtension.class)
class ScalekitToolCallbacksTests {

	private static final String EXECUTE = "POST /api/v1/execute_tool";

	private static final String LIST_SCOPED = "GET /api/v1/tools/scoped";

	private static final String LIST = "GET /api/v1/tools";

	private final ChatClient chat = ChatClient.create(new ObedientChatModel());

	private ScalekitServer scalekit;

	private ScalekitClients clients;

	private ScalekitToolCallbacks callbacks;

	@BeforeEach
	void registerTool(ScalekitServer server) {
		this.scalekit = server;
		this.clients = ScalekitClients.builder(server.url(), server.clientId(), server.clientSecret()).build();
		this.callbacks = ScalekitToolCallbacks.of(this.clients.create(ToolsClient.class));
		server.tools().register("gmail_send", (params) -> params);
	}

	@AfterEach
	void close() {
		this.clients.close();
	}

	@Test
	void modelExecutesAToolOfTheUser() {
		String accountId = this.scalekit.connectedAccounts().add("gmail", "ann");
		assertThat(ask(this.callbacks.forIdentifier("ann"), "gmail_send {\"to\":\"bob\",\"cc\":[]}"))
			.isEqualTo("{\"to\":\"bob\",\"cc\":[]}");
		assertThat(executions()).containsExactly("{\"tool_name\":\"gmail_send\",\"params\":{\"to\":\"bob\",\"cc\":[]},"
				+ "\"identifier\":\"ann\",\"connected_account_id\":\"%s\"}".formatted(accountId));
	}

	@Test
	void modelCannotChooseTheUser() {
		this.scalekit.connectedAccounts().add("gmail", "ann");
		this.scalekit.connectedAccounts().add("gmail", "bob");
		String arguments = "{\"identifier\":\"bob\",\"scalekit.identifier\":\"bob\"}";
		assertThat(ask(this.callbacks.forIdentifier("ann"), "gmail_send " + arguments)).isEqualTo(arguments);
		assertThat(this.chat.prompt("gmail_send " + arguments)
			.tools(this.callbacks.forToolContext(ToolQuery.any()))
			.toolContext(Map.of(ScalekitToolCallbacks.IDENTIFIER, "ann"))
			.call()
			.content()).isEqualTo(arguments);
		assertThat(executions()).hasSize(2)
			.allSatisfy((body) -> assertThat(body).contains("\"params\":" + arguments + ",\"identifier\":\"ann\""));
	}

	@Test
	void toolsAreThoseOfScalekit() {
		String schema = "{\"type\":\"object\",\"properties\":{\"to\":{\"type\":\"string\"}},\"required\":[\"to\"]}";
		this.scalekit.connectedAccounts().add("gmail", "ann");
		this.scalekit.tools()
			.register("gmail_send", (params) -> params, (tool) -> tool.description("Sends a mail").inputSchema(schema));
		this.scalekit.tools().register("echo", (params) -> params, (tool) -> tool.inputSchema("{}"));
		this.scalekit.tools().register("slack_post", (params) -> params);
		assertThat(this.callbacks.forIdentifier("ann").getToolCallbacks()).extracting(ToolCallback::getToolDefinition)
			.containsExactlyInAnyOrder(
					ToolDefinition.builder().name("gmail_send").description("Sends a mail").inputSchema(schema).build(),
					ToolDefinition.builder()
						.name("echo")
						.description("echo")
						.inputSchema("{\"type\":\"object\",\"properties\":{}}")
						.build());
		assertThat(this.callbacks.forToolContext(ToolQuery.any().withProvider("SLACK")).getToolCallbacks())
			.extracting((callback) -> callback.getToolDefinition().name())
			.containsExactly("slack_post");
	}

	@Test
	void toolsWithoutNameOrDefinitionAreLeftOut() {
		this.scalekit.next(LIST_SCOPED).respondsWith(ScriptedResponse.of(200).withBody("application/json", """
				{"tools":[{"connected_account_id":"ca_1","identifier":"ann"},
				{"connected_account_id":"ca_1","identifier":"ann","tool":{"id":"tol_1","definition":{}}},
				{"identifier":"ann","tool":{"id":"tol_2","definition":{"name":"echo"}}}],"total_size":3}"""));
		assertThat(this.callbacks.forIdentifier("ann").getToolCallbacks())
			.extracting((callback) -> callback.getToolDefinition().name())
			.containsExactly("echo");
	}

	@Test
	void toolsAreListedAsLateAndAsOftenAsTheyAreAskedFor() {
		this.scalekit.connectedAccounts().add("gmail", "ann");
		ToolCallbackProvider ofAnn = this.callbacks.forIdentifier("ann");
		ToolCallbackProvider ofToolContext = this.callbacks.forToolContext(ToolQuery.any());
		assertThat(this.scalekit.requests()).isEmpty();
		ToolCallback[] kept = ofAnn.getToolCallbacks();
		this.chat.prompt("gmail_send").tools((Object[]) kept).call().content();
		this.chat.prompt("gmail_send").tools((Object[]) kept).call().content();
		assertThat(this.scalekit.requests(LIST_SCOPED)).hasSize(1);
		ask(ofAnn, "gmail_send");
		ask(ofAnn, "gmail_send");
		assertThat(this.scalekit.requests(LIST_SCOPED)).hasSize(3);
		this.scalekit.tools().register("gmail_read", (params) -> params);
		assertThat(ofAnn.getToolCallbacks()).hasSize(2);
		assertThat(ofToolContext.getToolCallbacks()).hasSize(2);
		assertThat(this.scalekit.requests(LIST)).hasSize(1);
	}

	@Test
	void toolsOfTwoUsersAtOnceActForTheirUsers() {
		this.scalekit.connectedAccounts().add("gmail", "ann");
		this.scalekit.connectedAccounts().add("gmail", "bob");
		CyclicBarrier bothExecute = new CyclicBarrier(2);
		this.scalekit.tools().register("gmail_send", (params) -> {
			await(bothExecute);
			return params;
		});
		ToolCallback shared = this.callbacks.forToolContext(ToolQuery.any()).getToolCallbacks()[0];
		List<CompletableFuture<String>> answers = Stream.of("ann", "bob")
			.map((user) -> CompletableFuture.supplyAsync(() -> this.chat.prompt("gmail_send {\"by\":\"" + user + "\"}")
				.tools(shared)
				.toolContext(Map.of(ScalekitToolCallbacks.IDENTIFIER, user))
				.call()
				.content(), (chat) -> new Thread(chat).start()))
			.toList();
		assertThat(answers).map(CompletableFuture::join).containsExactly("{\"by\":\"ann\"}", "{\"by\":\"bob\"}");
		assertThat(executions()).satisfiesExactlyInAnyOrder(
				(body) -> assertThat(body).contains("{\"by\":\"ann\"},\"identifier\":\"ann\""),
				(body) -> assertThat(body).contains("{\"by\":\"bob\"},\"identifier\":\"bob\""));
	}

	@ParameterizedTest
	@MethodSource("contextsWithoutUser")
	void toolIsNotExecutedUnlessTheToolContextNamesTheUser(Map<String, Object> context) {
		ToolCallback callback = this.callbacks.forToolContext(ToolQuery.any()).getToolCallbacks()[0];
		assertThatIllegalStateException().isThrownBy(() -> callback.call("{}", new ToolContext(context)));
		assertThatIllegalStateException().isThrownBy(() -> callback.call("{}"));
		assertThat(executions()).isEmpty();
	}

	static Stream<Map<String, Object>> contextsWithoutUser() {
		return Stream.of(Map.of(), Map.of("identifier", "ann"), Map.of(ScalekitToolCallbacks.IDENTIFIER, ""),
				Map.of(ScalekitToolCallbacks.IDENTIFIER, 42));
	}

	@Test
	void toolOfAUserIsNotExecutedForAnother() {
		this.scalekit.connectedAccounts().add("gmail", "ann");
		this.scalekit.connectedAccounts().add("gmail", "bob");
		ToolCallback callback = this.callbacks.forIdentifier("ann").getToolCallbacks()[0];
		assertThatIllegalStateException()
			.isThrownBy(() -> callback.call("{}", new ToolContext(Map.of(ScalekitToolCallbacks.IDENTIFIER, "bob"))))
			.withMessage("The tool context names another user than the one the tool acts for");
		assertThat(executions()).isEmpty();
		assertThat(callback.call("{}", new ToolContext(Map.of(ScalekitToolCallbacks.IDENTIFIER, "ann"))))
			.isEqualTo("{}");
	}

	@Test
	void accountIsSelectedIfThereAreSeveral() {
		this.scalekit.connectedAccounts().add("gmail", "ann");
		String work = this.scalekit.connectedAccounts().add("gmail", "ann", this::ofOrganization);
		this.scalekit.next(LIST_SCOPED)
			.respondsWith(ScriptedResponse.of(200).withBody("application/json", scoped("ca_1", work)));
		assertThatIllegalStateException().isThrownBy(() -> this.callbacks.forIdentifier("ann").getToolCallbacks())
			.withMessageContaining("several tools named 'gmail_send'")
			.withMessageContaining("withConnectionNames");
		this.scalekit.next(LIST_SCOPED)
			.respondsWith(ScriptedResponse.of(200).withBody("application/json", scoped(work)));
		ToolCallbackProvider selected = this.callbacks.forIdentifier("ann",
				(query) -> query.withConnectionNames("gmail-work"));
		assertThat(ask(selected, "gmail_send {\"to\":\"bob\"}")).isEqualTo("{\"to\":\"bob\"}");
		assertThat(executions()).singleElement()
			.satisfies((body) -> assertThat(body).contains("\"connected_account_id\":\"" + work + "\""));
		assertThat(this.scalekit.requests(LIST_SCOPED).get(1).parameters()).containsEntry("filter.connection_names",
				List.of("gmail-work"));
	}

	private void ofOrganization(NewConnectedAccount account) {
		account.organization(this.scalekit.organizations().add("Acme"));
	}

	private static String scoped(String... accountIds) {
		return Stream.of(accountIds)
			.map((id) -> "{\"connected_account_id\":\"%s\",\"identifier\":\"ann\",".formatted(id)
					+ "\"tool\":{\"id\":\"tol_1\",\"definition\":{\"name\":\"gmail_send\"}}}")
			.collect(Collectors.joining(",", "{\"tools\":[", "],\"total_size\":1}"));
	}

	@Test
	void modelIsToldAboutAFailureOfTheService() {
		this.scalekit.connectedAccounts().add("gmail", "ann");
		this.scalekit.tools().register("gmail_send", (params) -> {
			throw ToolFailure.rateLimited("Too many mails");
		});
		assertThat(ask(this.callbacks.forIdentifier("ann"), "gmail_send")).isEqualTo(
				"The tool gmail_send has failed: the service answered with status 429 (RATE_LIMITED): Too many mails");
		assertThatExceptionOfType(ToolExecutionException.class).isThrownBy(() -> call("ann", "{}"))
			.withCauseInstanceOf(ScalekitApiException.ToolError.class);
		assertThat(executions()).hasSize(2);
	}

	@Test
	void messageForTheModelIsLimited() {
		this.scalekit.connectedAccounts().add("gmail", "ann");
		this.scalekit.tools().register("gmail_send", (params) -> {
			throw ToolFailure.failed("\uD83D\uDE80".repeat(5000));
		});
		assertThat(ask(this.callbacks.forIdentifier("ann"), "gmail_send"))
			.satisfies((told) -> assertThat(told.codePointCount(0, told.length())).isEqualTo(1000))
			.endsWith("\uD83D\uDE80…");
	}

	@Test
	void modelIsToldThatTheUserHasToAuthorizeTheAccount() {
		String accountId = this.scalekit.connectedAccounts().add("gmail", "ann");
		ToolCallback callback = this.callbacks.forIdentifier("ann").getToolCallbacks()[0];
		this.scalekit.connectedAccounts().expire(accountId);
		assertThatExceptionOfType(ToolExecutionException.class).isThrownBy(() -> callback.call("{}"))
			.withMessage(
					"The tool gmail_send was not executed: the user has to authorize the connected account (again)")
			.withCauseInstanceOf(AuthorizationRequiredException.class)
			.satisfies((failure) -> assertNames(failure, "ann", accountId));
		assertThat(this.chat.prompt("gmail_send").tools(callback).call().content()).contains("authorize");
		this.scalekit.connectedAccounts().add("gmail", "bob", NewConnectedAccount::pending);
		assertThatExceptionOfType(ToolExecutionException.class).isThrownBy(() -> callOfToolContext("bob"))
			.satisfies((failure) -> assertNames(failure, "bob", null));
		this.scalekit.connectedAccounts().add("gmail", "carl");
		this.scalekit.tools().register("gmail_send", (params) -> {
			throw ToolFailure.unauthorized("Invalid Credentials");
		});
		assertThatExceptionOfType(ToolExecutionException.class).isThrownBy(() -> callOfToolContext("carl"))
			.satisfies((failure) -> assertNames(failure, "carl", null));
		assertThat(this.scalekit.tokens().issued()).isEqualTo(1);
	}

	private static void assertNames(ToolExecutionException failure, String identifier, String accountId) {
		assertThat(failure).hasMessageNotContaining(identifier)
			.cause()
			.isInstanceOfSatisfying(AuthorizationRequiredException.class, (required) -> {
				assertThat(required.getToolName()).isEqualTo("gmail_send");
				assertThat(required.getIdentifier()).isEqualTo(identifier);
				assertThat(required.getConnectedAccountId()).isEqualTo(accountId);
				assertThat(required).hasCauseInstanceOf(ScalekitApiException.class);
			});
	}

	@Test
	void modelIsToldThatThereMayBeNoAccount() {
		assertThatExceptionOfType(ToolExecutionException.class).isThrownBy(() -> callOfToolContext("ann"))
			.withMessage("The tool gmail_send was not executed: connected account not found. "
					+ "The user may not have connected an account yet");
	}

	@Test
	void modelIsToldWhichArgumentsAreRefused() {
		this.scalekit.connectedAccounts().add("gmail", "ann");
		this.scalekit.tools()
			.register("gmail_send", (params) -> params,
					(tool) -> tool.inputSchema("{\"type\":\"object\",\"required\":[\"to\"]}"));
		assertThat(ask(this.callbacks.forIdentifier("ann"), "gmail_send {\"subject\":\"Hi\"}"))
			.isEqualTo("The tool gmail_send was not executed: the argument to is required");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "null", "\"to\"", "\"\"", "42", "{\"to\":\"top-secret\"", "{} {}", "to=top-secret" })
	void modelIsToldThatArgumentsAreNoJsonObject(String arguments) {
		this.scalekit.connectedAccounts().add("gmail", "ann");
		assertThat(ask(this.callbacks.forIdentifier("ann"), "gmail_send " + arguments))
			.isEqualTo("The tool gmail_send was not executed: its arguments must be a JSON object");
		assertThat(executions()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{}" })
	void argumentsMayBeMissing(String arguments) {
		this.scalekit.connectedAccounts().add("gmail", "ann");
		assertThat(call("ann", arguments)).isEqualTo("{}");
	}

	@Test
	void numbersAreNotRounded() {
		this.scalekit.connectedAccounts().add("gmail", "ann");
		String arguments = "{\"id\":12345678901234567890,\"amount\":0.1234567890123456789,\"none\":null}";
		call("ann", arguments);
		assertThat(executions()).singleElement().satisfies((body) -> assertThat(body).contains(arguments));
	}

	@Test
	void otherFailuresAreNotForTheModel() {
		this.scalekit.connectedAccounts().add("gmail", "ann");
		ToolCallbackProvider ofAnn = ToolCallbackProvider.from(this.callbacks.forIdentifier("ann").getToolCallbacks());
		this.scalekit.next(EXECUTE).respondsWith(ScriptedResponse.tooManyRequests(Duration.ZERO));
		assertThatExceptionOfType(ScalekitApiException.TooManyRequests.class)
			.isThrownBy(() -> ask(ofAnn, "gmail_send"));
		this.scalekit.next(EXECUTE).respondsWith(ScriptedResponse.serviceUnavailable());
		assertThatExceptionOfType(ScalekitApiException.ServerError.class).isThrownBy(() -> ask(ofAnn, "gmail_send"));
		this.scalekit.next(EXECUTE).respondsWith(ScriptedResponse.forbidden());
		assertThatExceptionOfType(ScalekitApiException.Forbidden.class).isThrownBy(() -> ask(ofAnn, "gmail_send"));
		this.scalekit.refuseConnections();
		assertThatExceptionOfType(ScalekitTransportException.class).isThrownBy(() -> ask(ofAnn, "gmail_send"));
		this.scalekit.acceptConnections();
	}

	@Test
	void missingTokenIsNotForTheModel() {
		try (ScalekitClients refused = ScalekitClients
			.builder(this.scalekit.url(), this.scalekit.clientId(), "wrong-secret")
			.build()) {
			ToolCallbackProvider ofAnn = ScalekitToolCallbacks.of(refused.create(ToolsClient.class))
				.forIdentifier("ann");
			assertThatExceptionOfType(ScalekitTokenException.class).isThrownBy(() -> ask(ofAnn, "gmail_send"));
		}
	}

	@Test
	void identifierMustNotBeEmpty() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.callbacks.forIdentifier(" "));
	}

	private String ask(ToolCallbackProvider tools, String wish) {
		return this.chat.prompt(wish).tools(tools).call().content();
	}

	private String call(String user, String arguments) {
		return this.callbacks.forIdentifier(user).getToolCallbacks()[0].call(arguments);
	}

	private String callOfToolContext(String user) {
		return this.callbacks.forToolContext(ToolQuery.any()).getToolCallbacks()[0].call("{}",
				new ToolContext(Map.of(ScalekitToolCallbacks.IDENTIFIER, user)));
	}

	private List<String> executions() {
		return this.scalekit.requests(EXECUTE).stream().map(ReceivedRequest::body).toList();
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException | BrokenBarrierException | TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
