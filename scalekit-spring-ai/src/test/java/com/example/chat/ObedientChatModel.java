package com.example.chat;

import java.util.List;

import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.AssistantMessage.ToolCall;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;

/**
 * A model that asks for the tool that the user names, such as {@code gmail_send
 * {"to":"bob"}}, and answers with what it is told about it.
 */
public class ObedientChatModel implements ChatModel {

	@Override
	public ChatResponse call(Prompt prompt) {
		List<Message> messages = prompt.getInstructions();
		return new ChatResponse(List.of(new Generation(answer(messages.get(messages.size() - 1)))));
	}

	private static AssistantMessage answer(Message message) {
		if (message instanceof ToolResponseMessage response) {
			return new AssistantMessage(response.getResponses().get(0).responseData());
		}
		String[] wish = message.getText().split(" ", 2);
		return AssistantMessage.builder()
			.toolCalls(List.of(new ToolCall("call-1", "function", wish[0], (wish.length > 1) ? wish[1] : "")))
			.build();
	}

	@Override
	public ChatOptions getOptions() {
		return ToolCallingChatOptions.builder().build();
	}

}
