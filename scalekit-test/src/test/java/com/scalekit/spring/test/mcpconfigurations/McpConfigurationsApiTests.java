package com.scalekit.spring.test.mcpconfigurations;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.MutableClock;
import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;

import static org.assertj.core.api.Assertions.assertThat;

class McpConfigurationsApiTests {

	private static final String PATH = "/api/v1/mcp/configs";

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer server = ScalekitServer.builder().clock(this.clock).start();

	private final TestClient client = TestClient.authorized(this.server);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void configurationIsCreatedChangedAndDeleted() {
		JsonNode created = this.client.post(PATH, """
				{"name":"sales","connection_tool_mappings":[{"connection_name":"gmail","tools":["gmail_send"]}]}""")
			.json()
			.get("config");
		String id = created.get("id").stringValue();
		assertThat(created.get("mcp_server_url").stringValue()).isEqualTo(this.server.url() + "/mcp/" + id);
		assertThat(created.at("/connection_tool_mappings/0/provider").stringValue()).isEqualTo("GMAIL");
		this.client.send("PUT", PATH + "/" + id,
				"{\"description\":\"Mails\",\"connection_tool_mappings\":[{\"connection_name\":\"slack\"}]}");
		JsonNode changed = this.client.get(PATH + "/" + id).json().get("config");
		assertThat(changed.get("name").stringValue()).isEqualTo("sales");
		assertThat(changed.get("description").stringValue()).isEqualTo("Mails");
		assertThat(changed.at("/connection_tool_mappings/0/connection_name").stringValue()).isEqualTo("slack");
		this.client.delete(PATH + "/" + id);
		ResponseAssert.assertThat(this.client.get(PATH + "/" + id)).isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@Test
	void configurationsAreFound() {
		String sales = this.server.mcpConfigurations().add("sales", "gmail");
		String support = this.server.mcpConfigurations().add("support", "slack");
		assertThat(ids("")).containsExactly(sales, support);
		assertThat(ids("?filter.provider=SLACK")).containsExactly(support);
		assertThat(ids("?filter.name=sales")).containsExactly(sales);
		assertThat(ids("?search=upp")).containsExactly(support);
	}

	private Iterable<String> ids(String query) {
		return this.client.get(PATH + query).json().get("configs").findValuesAsString("id");
	}

	@Test
	void accountsThatAreMissingAreCreatedWithTheirLinks() {
		String id = this.server.mcpConfigurations().add("sales", "gmail", "slack");
		this.server.connectedAccounts().add("gmail", "ann");
		JsonNode states = accounts(id, false);
		assertThat(states.at("/0/connected_account_status").stringValue()).isEqualTo("ACTIVE");
		assertThat(states.at("/1/connected_account_id").stringValue()).isEmpty();
		assertThat(this.server.connectedAccounts().all()).hasSize(1);
		states = accounts(id, true);
		assertThat(states.at("/0/authentication_link").stringValue()).isEmpty();
		assertThat(states.at("/1/authentication_link").stringValue()).startsWith(this.server.url());
		assertThat(states.at("/1/connected_account_status").stringValue()).isEqualTo("PENDING_AUTH");
		assertThat(this.server.connectedAccounts().all()).hasSize(2);
	}

	private JsonNode accounts(String id, boolean withLinks) {
		return this.client.post(PATH + "/" + id + "/connected_accounts", """
				{"identifier":"ann","include_auth_link":%s}""".formatted(withLinks)).json().get("connected_accounts");
	}

	@Test
	void sessionNeedsActiveAccounts() {
		String id = this.server.mcpConfigurations().add("sales", "gmail");
		String tokens = PATH + "/" + id + "/tokens";
		ResponseAssert.assertThat(this.client.post(tokens, "{\"identifier\":\"ann\"}"))
			.isError(400, 9, "FAILED_PRECONDITION")
			.hasMessage("no active connected account of gmail");
		this.server.connectedAccounts().add("gmail", "ann");
		String token = this.client.post(tokens, "{\"identifier\":\"ann\",\"expiry\":\"600s\"}")
			.json()
			.get("token")
			.stringValue();
		assertThat(this.server.mcpConfigurations().sessions()).singleElement().satisfies((session) -> {
			assertThat(session.token()).isEqualTo(token);
			assertThat(session.expiresAt())
				.isEqualTo(this.clock.instant().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MICROS));
			assertThat(session.toString()).doesNotContain(token);
		});
	}

}
