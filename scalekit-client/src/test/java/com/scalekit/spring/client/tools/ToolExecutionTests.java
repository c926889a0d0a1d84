package com.scalekit.spring.client.tools;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.unit.DataSize;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.organizations.OrganizationPage;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScriptedResponse;
import com.scalekit.spring.test.tools.ToolFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Executions take longer, return more and are sent once, and their failures are those of
 * other services.
 */
class ToolExecutionTests {

	private static final String EXECUTE = "POST /api/v1/execute_tool";

	private final ScalekitServer server = ScalekitServer.start();

	@AfterEach
	void close() {
		this.server.close();
	}

	private ScalekitClients.Builder clients() {
		return ScalekitClients.builder(this.server.url(), this.server.clientId(), this.server.clientSecret());
	}

	@Test
	void failureOfTheServiceHasAnExceptionOfItsOwn() {
		this.server.tools().register("gmail_send", (params) -> {
			throw ToolFailure.unauthorized("Invalid Credentials");
		});
		this.server.connectedAccounts().add("gmail", "ann");
		try (ScalekitClients clients = clients().build()) {
			ToolsClient tools = clients.create(ToolsClient.class);
			ScalekitApiException.ToolError failure = catchThrowableOfType(ScalekitApiException.ToolError.class,
					() -> tools.execute("gmail_send", "ann", Map.of()));
			assertThat(failure.getProviderStatus()).isEqualTo(401);
			assertThat(failure.getProviderMessage()).isEqualTo("Invalid Credentials");
			assertThat(failure.getToolErrorCode()).isEqualTo("UNAUTHORIZED");
			assertThat(failure.getExecutionId()).startsWith("exe_");
			assertThat(failure.isPossiblyExecuted()).isTrue();
			assertThat(failure).hasMessageContaining("The tool failed with UNAUTHORIZED: Invalid Credentials "
					+ "(execution id " + failure.getExecutionId() + ")");
			assertThat(failure.getAttempts()).isEqualTo(1);
		}
		assertThat(this.server.tokens().issued()).isEqualTo(1);
		assertThat(this.server.requests(EXECUTE)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 500, 502, 503, 504 })
	void executionIsNotTriedAgain(int status) {
		this.server.tools().register("echo", (params) -> params);
		this.server.next(EXECUTE).respondsWith(ScriptedResponse.of(status));
		try (ScalekitClients clients = clients().build()) {
			ToolsClient tools = clients.create(ToolsClient.class);
			assertThatExceptionOfType(ScalekitApiException.class)
				.isThrownBy(() -> tools.execute("echo", "ann", Map.of()))
				.satisfies((failure) -> assertThat(failure.getStatusCode().value()).isEqualTo(status));
		}
		assertThat(this.server.requests(EXECUTE)).hasSize(1);
	}

	@Test
	void executionIsNotTriedAgainWithoutConnection() {
		try (ScalekitClients clients = clients().build()) {
			clients.create(OrganizationsClient.class).list();
			this.server.refuseConnections();
			assertThatExceptionOfType(ScalekitTransportException.class)
				.isThrownBy(() -> clients.create(ToolsClient.class).execute("echo", "ann", Map.of()))
				.satisfies((failure) -> {
					assertThat(failure.getAttempts()).isEqualTo(1);
					assertThat(failure.isPossiblyExecuted()).isFalse();
				});
		}
	}

	@Test
	void refusedTokenIsReplaced() {
		this.server.tools().register("echo", (params) -> params);
		try (ScalekitClients clients = clients().build()) {
			ToolsClient tools = clients.create(ToolsClient.class);
			tools.execute("echo", "ann", Map.of());
			this.server.tokens().revokeAll();
			assertThat(tools.execute("echo", "ann", Map.of("a", 1)).data()).containsEntry("a", 1);
		}
		assertThat(this.server.tokens().issued()).isEqualTo(2);
	}

	@Test
	void resultMayBeLargerThanOtherResponses() {
		this.server.tools().register("read", (params) -> Map.of("text", "x".repeat(3 << 20)));
		this.server.tools().register("flood", (params) -> Map.of("text", "x".repeat(17 << 20)));
		try (ScalekitClients clients = clients().maxResponseSize(DataSize.ofKilobytes(1)).build()) {
			ToolsClient tools = clients.create(ToolsClient.class);
			assertThat((String) tools.execute("read", "ann", Map.of()).data().get("text")).hasSize(3 << 20);
			assertThatExceptionOfType(ScalekitTransportException.class)
				.isThrownBy(() -> tools.execute("flood", "ann", Map.of()))
				.withMessageContaining("larger than the configured maximum response size");
		}
		try (ScalekitClients clients = clients().maxResponseSize(DataSize.ofMegabytes(20)).build()) {
			assertThat(clients.create(ToolsClient.class).execute("flood", "ann", Map.of()).data()).hasSize(1);
		}
	}

	@Test
	void executionMayTakeLongerThanOtherCalls() {
		Duration delay = Duration.ofMillis(800);
		this.server.tools().register("wait", (params) -> params, (tool) -> tool.takes(delay));
		try (ScalekitClients clients = clients().requestTimeout(Duration.ofMillis(500))
			.connectorFactory((pool) -> new ReactorClientHttpConnector(
					HttpClient.create(pool.get()).responseTimeout(Duration.ofMillis(300))))
			.maxRetries(0)
			.build()) {
			clients.create(OrganizationsClient.class).list();
			assertThat(clients.create(ToolsClient.class).execute("wait", "ann", Map.of()).executionId()).isNotEmpty();
			this.server.next("GET /api/v1/organizations").delays(delay);
			assertThatExceptionOfType(ScalekitTransportException.class)
				.isThrownBy(() -> clients.create(OrganizationsClient.class).list());
		}
	}

	@Test
	void executionsDoNotDelayOtherCalls() throws InterruptedException {
		int executions = 100;
		CountDownLatch started = new CountDownLatch(executions);
		CountDownLatch finish = new CountDownLatch(1);
		this.server.tools().register("wait", (params) -> {
			started.countDown();
			await(finish);
			return Map.of();
		});
		ConnectionProvider.Builder pool = ConnectionProvider.builder("small").maxConnections(executions);
		try (ScalekitClients clients = clients()
			.connectorFactory((given) -> new ReactorClientHttpConnector(HttpClient.create(pool.build())))
			.build()) {
			ReactiveToolsClient tools = clients.create(ReactiveToolsClient.class);
			Mono<List<ToolExecution>> all = Flux.range(0, executions)
				.flatMap((number) -> tools.execute("wait", "ann", Map.of()), executions)
				.collectList()
				.cache();
			all.subscribe();
			started.await();
			ReactiveOrganizationsClient organizations = clients.create(ReactiveOrganizationsClient.class);
			List<OrganizationPage> pages = Flux.range(0, executions)
				.flatMap((number) -> organizations.list(), executions)
				.collectList()
				.block();
			assertThat(pages).hasSize(executions);
			assertThat(this.server.requests("GET /api/v1/organizations")).hasSize(executions);
			assertThat(this.server.requests(EXECUTE)).isEmpty();
			finish.countDown();
			assertThat(all.block()).hasSize(executions);
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
