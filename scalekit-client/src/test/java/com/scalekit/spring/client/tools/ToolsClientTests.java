package com.scalekit.spring.client.tools;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.scalekit.spring.client.contracts.Call;
import com.scalekit.spring.client.contracts.ContractTests;

class ToolsClientTests extends ContractTests<ToolsClient> {

	ToolsClientTests() {
		super(ToolsClient.class);
	}

	@Override
	protected Stream<Call<ToolsClient>> calls() {
		return Stream.of(
				call("POST /api/v1/execute_tool", """
						{"tool_name":"gmail_send","identifier":"ann","params":{"to":["bob@acme.com"],"draft":false}}""",
						(tools) -> tools.execute("gmail_send", "ann",
								Map.of("to", List.of("bob@acme.com"), "draft", false))),
				call("POST /api/v1/execute_tool",
						"""
								{"tool_name":"gmail_send","params":{"to":"bob@acme.com"},"identifier":"ann","connector":"gmail",
								"connected_account_id":"ca_1","organization_id":"org_1","user_id":"usr_1","agent_run_id":"run-1"}""",
						(tools) -> tools.execute(ExecuteTool.named("gmail_send")
							.withParams(Map.of("to", "bob@acme.com"))
							.withIdentifier("ann")
							.withConnector("gmail")
							.withConnectedAccountId("ca_1")
							.withOrganizationId("org_1")
							.withUserId("usr_1")
							.withAgentRunId("run-1"))),
				call("GET /api/v1/tools", (tools) -> tools.list()),
				call("GET /api/v1/tools?filter.summary=true&filter.provider=GMAIL&filter.identifier=ann"
						+ "&filter.tool_name=gmail_send&filter.tool_name=gmail_fetch&filter.query=mail"
						+ "&filter.connector=gmail&filter.organization_id=org_1&filter.user_id=usr_1"
						+ "&filter.connected_account_id=ca_1&page_size=10&page_token=a%2Bb",
						(tools) -> tools.list(ToolQuery.any()
							.withSummary(true)
							.withProvider("GMAIL")
							.withIdentifier("ann")
							.withToolNames("gmail_send", "gmail_fetch")
							.withQuery("mail")
							.withConnector("gmail")
							.withOrganizationId("org_1")
							.withUserId("usr_1")
							.withConnectedAccountId("ca_1"), 10, "a+b")),
				call("GET /api/v1/tools?filter.provider=GMAIL&page_size=100",
						(tools) -> tools.all(ToolQuery.any().withProvider("GMAIL"))),
				call("GET /api/v1/tools/available?identifier=ann&page_size=10&page_token=a%2Bb",
						(tools) -> tools.listAvailable("ann", 10, "a+b")),
				call("GET /api/v1/tools/available?identifier=ann&page_size=100", (tools) -> tools.allAvailable("ann")),
				call("GET /api/v1/tools/scoped?identifier=ann&filter.providers=GMAIL&filter.providers=SLACK"
						+ "&filter.tool_names=gmail_send&filter.connection_names=gmail&page_size=10&page_token=a%2Bb",
						(tools) -> tools.listScoped(ScopedToolQuery.forIdentifier("ann")
							.withProviders("GMAIL", "SLACK")
							.withToolNames("gmail_send")
							.withConnectionNames("gmail"), 10, "a+b")),
				call("GET /api/v1/tools/scoped?identifier=ann&filter.connection_names=gmail&page_size=100",
						(tools) -> tools.allScoped(ScopedToolQuery.forIdentifier("ann").withConnectionNames("gmail"))));
	}

}
