package com.scalekit.spring.client.mcpconfigurations;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.scalekit.spring.client.contracts.Call;
import com.scalekit.spring.client.contracts.ContractTests;
import com.scalekit.spring.client.http.ScalekitJson;

import static org.assertj.core.api.Assertions.assertThat;

class McpConfigurationsClientTests extends ContractTests<McpConfigurationsClient> {

	McpConfigurationsClientTests() {
		super(McpConfigurationsClient.class);
	}

	@Override
	protected Stream<Call<McpConfigurationsClient>> calls() {
		return Stream.of(call("GET /api/v1/mcp/configs", (configurations) -> configurations.list()),
				call("GET /api/v1/mcp/configs?filter.id=cfg_1&filter.name=sales&filter.provider=GMAIL"
						+ "&filter.mcp_server_url=https%3A%2F%2Facme.com&search=mail&page_size=10&page_token=a%2Bb",
						(configurations) -> configurations.list(McpConfigurationQuery.any()
							.withId("cfg_1")
							.withName("sales")
							.withProvider("GMAIL")
							.withMcpServerUrl("https://acme.com")
							.withSearch("mail"), 10, "a+b")),
				call("GET /api/v1/mcp/configs?filter.name=sales&page_size=30",
						(configurations) -> configurations.all(McpConfigurationQuery.any().withName("sales"))),
				call("GET /api/v1/mcp/configs/cfg_1", (configurations) -> configurations.get("cfg_1")),
				call("POST /api/v1/mcp/configs", """
						{"name":"sales"}""",
						(configurations) -> configurations.create(CreateMcpConfiguration.named("sales"))),
				call("POST /api/v1/mcp/configs", """
						{"name":"sales","description":"Mails","connection_tool_mappings":[
						{"connection_name":"gmail","tools":["gmail_send"]},{"connection_name":"slack"}]}""",
						(configurations) -> configurations.create(CreateMcpConfiguration.named("sales")
							.withDescription("Mails")
							.withToolMappings(ToolMapping.ofConnection("gmail").withTools("gmail_send"),
									ToolMapping.ofConnection("slack")))),
				call("PUT /api/v1/mcp/configs/cfg_1", """
						{"description":"Mails","connection_tool_mappings":[]}""",
						(configurations) -> configurations.update("cfg_1",
								UpdateMcpConfiguration.none().withDescription("Mails").withToolMappings())),
				call("DELETE /api/v1/mcp/configs/cfg_1", (configurations) -> configurations.delete("cfg_1")),
				call("POST /api/v1/mcp/configs/cfg_1/connected_accounts", """
						{"identifier":"ann","include_auth_link":false}""",
						(configurations) -> configurations.listConnectedAccounts("cfg_1", "ann")),
				call("POST /api/v1/mcp/configs/cfg_1/connected_accounts", """
						{"identifier":"ann","include_auth_link":true}""",
						(configurations) -> configurations.listConnectedAccounts("cfg_1", "ann", true)),
				call("POST /api/v1/mcp/configs/cfg_1/tokens", """
						{"identifier":"ann"}""",
						(configurations) -> configurations.createSessionToken("cfg_1",
								CreateMcpSessionToken.forIdentifier("ann"))),
				call("POST /api/v1/mcp/configs/cfg_1/tokens", """
						{"identifier":"ann","expiry":"600s"}""",
						(configurations) -> configurations.createSessionToken("cfg_1",
								CreateMcpSessionToken.forIdentifier("ann").withExpiry(Duration.ofMinutes(10)))));
	}

	@Test
	void secretsAreNotInTheText() {
		assertThat(ScalekitJson.read("{\"token\":\"s3cret\",\"expires_at\":\"2025-03-20T13:55:46Z\"}",
				McpSessionToken.class))
			.hasToString("McpSessionToken[expiresAt=2025-03-20T13:55:46Z]");
		assertThat(ScalekitJson
			.read("{\"connection_name\":\"gmail\",\"authentication_link\":\"s3cret\"}", McpConnectedAccount.class)
			.toString()).contains("gmail").doesNotContain("s3cret");
	}

}
