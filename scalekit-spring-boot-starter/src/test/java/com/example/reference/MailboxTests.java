package com.example.reference;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.client.mcpconfigurations.McpConfiguration;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.connectedaccounts.ProviderResponse;
import com.scalekit.spring.test.tools.ToolFailure;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@AutoConfigureScalekitServer
class MailboxTests {

	@Autowired
	private ScalekitServer scalekit;

	@Autowired
	private Mailbox mailbox;

	@Test
	void sendsMail() {
		this.scalekit.connectedAccounts().add("gmail", "ann");
		this.scalekit.tools().register("gmail_send", (params) -> Map.of("id", "m-1"));
		assertThat(this.mailbox.isConnected("ann")).isTrue();
		assertThat(this.mailbox.send("ann", "bob@acme.com", "Dear Bob")).contains("m-1");
		this.scalekit.tools().register("gmail_send", (params) -> {
			throw ToolFailure.rateLimited("Slow down");
		});
		assertThat(this.mailbox.send("ann", "bob@acme.com", "Dear Bob")).isEmpty();
	}

	@Test
	void connectsAnAccount() {
		assertThat(this.mailbox.connect("ann")).hasScheme("http");
		assertThat(this.mailbox.connect("ann")).hasScheme("http");
		assertThat(this.mailbox.isConnected("ann")).isFalse();
	}

	@Test
	void readsTheProfile() {
		this.scalekit.connectedAccounts().add("gmail", "ann");
		this.scalekit.connectedAccounts().api("gmail", (request) -> ProviderResponse.json(200, "{}"));
		assertThat(this.mailbox.profile("ann")).isEqualTo("{}");
	}

	@Test
	void offersTools(@Autowired AgentServer server) {
		McpConfiguration configuration = server.create();
		this.scalekit.connectedAccounts().add("gmail", "ann");
		this.scalekit.connectedAccounts().add("slack", "ann");
		assertThat(server.token(configuration.id(), "ann")).isNotEmpty();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Mailbox.class, AgentServer.class })
	static class Application {

	}

}
