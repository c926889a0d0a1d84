package com.example.stories;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.client.connectedaccounts.ConnectedAccountProxy;
import com.scalekit.spring.client.connectedaccounts.ConnectedAccountSelector;
import com.scalekit.spring.client.connectedaccounts.ConnectedAccountStatus;
import com.scalekit.spring.client.connectedaccounts.ConnectedAccountsClient;
import com.scalekit.spring.client.connectedaccounts.CreateAuthorizationLink;
import com.scalekit.spring.client.connectedaccounts.CreateConnectedAccount;
import com.scalekit.spring.client.connectedaccounts.ReactiveConnectedAccountsClient;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.mcpconfigurations.CreateMcpConfiguration;
import com.scalekit.spring.client.mcpconfigurations.CreateMcpSessionToken;
import com.scalekit.spring.client.mcpconfigurations.McpConfigurationsClient;
import com.scalekit.spring.client.mcpconfigurations.ToolMapping;
import com.scalekit.spring.client.tools.ReactiveToolsClient;
import com.scalekit.spring.client.tools.ScopedToolQuery;
import com.scalekit.spring.client.tools.ToolsClient;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.connectedaccounts.ProviderResponse;
import com.scalekit.spring.test.tools.ToolFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A user connects an account, and the application acts with it.
 */
@SpringBootTest
@AutoConfigureScalekitServer
class AgentStoryTests {

	private static final ConnectedAccountSelector GMAIL = ConnectedAccountSelector.byIdentifier("gmail", "ann");

	@Autowired
	private ScalekitServer scalekit;

	@Test
	void applicationActsForTheUser(@Autowired ConnectedAccountsClient accounts, @Autowired ToolsClient tools) {
		this.scalekit.tools().register("gmail_send", (params) -> Map.of("sent_to", params.get("to")));
		String id = accounts.create(CreateConnectedAccount.of("gmail", "ann")).id();
		assertThat(accounts.get(GMAIL).status()).isEqualTo(ConnectedAccountStatus.PENDING_AUTH);
		assertThatExceptionOfType(ScalekitApiException.BadRequest.class)
			.isThrownBy(() -> tools.execute("gmail_send", "ann", Map.of("to", "bob")));

		follow(accounts.createAuthorizationLink(CreateAuthorizationLink.byId(id)).link());
		assertThat(accounts.get(GMAIL).status()).isEqualTo(ConnectedAccountStatus.ACTIVE);
		assertThat(tools.execute("gmail_send", "ann", Map.of("to", "bob")).data()).containsEntry("sent_to", "bob");
		assertThat(tools.allScoped(ScopedToolQuery.forIdentifier("ann").withConnectionNames("gmail"))).singleElement()
			.satisfies((scoped) -> {
				assertThat(scoped.connectedAccountId()).isEqualTo(id);
				assertThat(scoped.tool().name()).isEqualTo("gmail_send");
			});

		this.scalekit.tools().register("gmail_send", (params) -> {
			throw ToolFailure.unauthorized("Invalid Credentials");
		});
		assertThatExceptionOfType(ScalekitApiException.ToolError.class)
			.isThrownBy(() -> tools.execute("gmail_send", "ann", Map.of("to", "bob")))
			.satisfies((failure) -> {
				assertThat(failure.getProviderStatus()).isEqualTo(401);
				assertThat(failure.getProviderMessage()).isEqualTo("Invalid Credentials");
				assertThat(failure.getExecutionId()).isNotEmpty();
			});

		this.scalekit.connectedAccounts().expire(id);
		assertThatExceptionOfType(ScalekitApiException.BadRequest.class)
			.isThrownBy(() -> tools.execute("gmail_send", "ann", Map.of("to", "bob")))
			.satisfies((failure) -> assertThat(failure.getError().errorCode()).isEqualTo("REAUTHENTICATION_NEEDED"));
		assertThat(accounts.get(GMAIL).status()).isEqualTo(ConnectedAccountStatus.EXPIRED);
		follow(accounts.createAuthorizationLink(CreateAuthorizationLink.byIdentifier("gmail", "ann")).link());
		assertThat(accounts.getWithCredentials(GMAIL).authorizationDetails().oauthToken().accessToken()).isNotEmpty();
		accounts.delete(GMAIL);
		assertThat(this.scalekit.connectedAccounts().all()).isEmpty();
	}

	@Test
	void reactiveApplicationActsForTheUser(@Autowired ReactiveConnectedAccountsClient accounts,
			@Autowired ReactiveToolsClient tools) {
		this.scalekit.tools().register("gmail_send", (params) -> Map.of("sent_to", params.get("to")));
		URI link = accounts.create(CreateConnectedAccount.of("gmail", "ann"))
			.flatMap((account) -> accounts.createAuthorizationLink(CreateAuthorizationLink.byId(account.id())))
			.block()
			.link();
		follow(link);
		assertThat(accounts.get(GMAIL)
			.flatMap((account) -> tools.execute("gmail_send", account.identifier(), Map.of("to", "bob")))
			.block()
			.data()).containsEntry("sent_to", "bob");
		this.scalekit.tools().register("gmail_send", (params) -> {
			throw ToolFailure.rateLimited("Slow down");
		});
		assertThat(tools.execute("gmail_send", "ann", Map.of())
			.onErrorResume(ScalekitApiException.ToolError.class, (failure) -> Mono.empty())
			.blockOptional()).isEmpty();
		assertThat(this.scalekit.requests("POST /api/v1/execute_tool")).hasSize(2);
	}

	@Test
	void apiOfTheServiceIsCalledThroughTheAccount(@Autowired @Qualifier("scalekitWebClient") WebClient webClient) {
		this.scalekit.connectedAccounts().add("gmail", "ann");
		this.scalekit.connectedAccounts()
			.api("gmail", (request) -> ProviderResponse.json(200, "{\"path\":\"%s\"}".formatted(request.path())));
		WebClient gmail = ConnectedAccountProxy.webClient(webClient, "gmail", "ann");
		assertThat(gmail.get().uri("/v1/{user}", "me").retrieve().bodyToMono(String.class).block())
			.isEqualTo("{\"path\":\"/v1/me\"}");
	}

	@Test
	void agentGetsATokenForTheTools(@Autowired McpConfigurationsClient configurations) {
		String id = configurations
			.create(CreateMcpConfiguration.named("sales").withToolMappings(ToolMapping.ofConnection("gmail")))
			.id();
		assertThatExceptionOfType(ScalekitApiException.BadRequest.class)
			.isThrownBy(() -> configurations.createSessionToken(id, CreateMcpSessionToken.forIdentifier("ann")));
		follow(URI.create(configurations.listConnectedAccounts(id, "ann", true).get(0).authenticationLink()));
		assertThat(configurations.listConnectedAccounts(id, "ann"))
			.extracting((account) -> account.connectedAccountStatus())
			.containsExactly("ACTIVE");
		String token = configurations.createSessionToken(id, CreateMcpSessionToken.forIdentifier("ann")).token();
		assertThat(this.scalekit.mcpConfigurations().sessions()).singleElement()
			.satisfies((session) -> assertThat(session.token()).isEqualTo(token));
	}

	private static void follow(URI link) {
		try {
			assertThat(HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(link).build(), BodyHandlers.discarding())
				.statusCode()).isEqualTo(200);
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
