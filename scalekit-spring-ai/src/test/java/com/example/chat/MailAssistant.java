package com.example.chat;

import java.util.Map;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.stereotype.Service;

import com.scalekit.spring.ai.ScalekitToolCallbacks;
import com.scalekit.spring.client.tools.ToolQuery;
import com.scalekit.spring.client.tools.ToolsClient;

@Service
class MailAssistant {

	private final ChatClient chat;

	MailAssistant(ChatClient.Builder chat, ToolsClient tools) {
		ToolCallbackProvider mail = ScalekitToolCallbacks.of(tools)
			.forToolContext(ToolQuery.any().withProvider("GMAIL"));
		this.chat = chat.defaultTools(mail).build();
	}

	String ask(String userId, String question) {
		return this.chat.prompt(question)
			.toolContext(Map.of(ScalekitToolCallbacks.IDENTIFIER, userId))
			.call()
			.content();
	}

}
