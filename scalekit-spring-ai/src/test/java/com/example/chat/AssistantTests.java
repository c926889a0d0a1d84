package com.example.chat;

import java.util.Map;

import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.ToolCallingAdvisor;
import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.ai.tool.execution.ToolExecutionExceptionProcessor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.tools.ToolFailure;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Users chat with a model, which acts with their accounts.
 */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@AutoConfigureScalekitServer
class AssistantTests {

	@Autowired
	private ScalekitServer scalekit;

	@Autowired
	private Assistant assistant;

	@Autowired
	private MailAssistant mailAssistant;

	private String accountId;

	@BeforeEach
	void connectAccount() {
		this.accountId = this.scalekit.connectedAccounts().add("gmail", "ann");
		this.scalekit.tools().register("gmail_send", (params) -> Map.of("sent_to", params.get("to")));
	}

	@Test
	void modelActsForTheUser() {
		assertThat(this.assistant.ask("ann", "gmail_send {\"to\":\"bob\"}")).isEqualTo("{\"sent_to\":\"bob\"}");
		assertThat(this.mailAssistant.ask("ann", "gmail_send {\"to\":\"carl\"}")).isEqualTo("{\"sent_to\":\"carl\"}");
	}

	@Test
	void modelIsToldWhatTheServiceSays() {
		this.scalekit.tools().register("gmail_send", (params) -> {
			throw ToolFailure.rateLimited("Too many mails");
		});
		assertThat(this.assistant.ask("ann", "gmail_send {\"to\":\"bob\"}")).contains("429", "Too many mails");
	}

	@Test
	void userIsSentToTheServiceIfTheAccountExpiresDuringTheChat() {
		this.scalekit.tools().register("gmail_send", (params) -> {
			throw ToolFailure.unauthorized("Invalid Credentials");
		});
		assertThat(this.assistant.askOrAuthorize("ann", "gmail_send {\"to\":\"bob\"}"))
			.startsWith("Authorize at " + this.scalekit.url());
		assertThat(this.scalekit.requests("POST /api/v1/connected_accounts/magic_link")).singleElement()
			.satisfies((request) -> assertThat(request.body()).contains(this.accountId));
	}

	@Test
	void noChatHasToolsUnlessTheApplicationAddsThem(@Autowired ApplicationContext context) {
		assertThat(context.getBeanNamesForType(ToolCallbackProvider.class)).isEmpty();
		assertThat(context.getBeanNamesForType(ToolCallback.class)).isEmpty();
		assertThat(this.scalekit.requests()).isEmpty();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Assistant.class, MailAssistant.class, ChatConfiguration.class })
	static class Application {

		@Bean
		@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
		ChatClient.Builder chatClientBuilder(ToolExecutionExceptionProcessor failures) {
			ToolCallingManager tools = ToolCallingManager.builder().toolExecutionExceptionProcessor(failures).build();
			return ChatClient.builder(new ObedientChatModel(), ObservationRegistry.NOOP, null, null,
					ToolCallingAdvisor.builder().toolCallingManager(tools));
		}

	}

}
