package com.example.chat;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.stereotype.Service;

import com.scalekit.spring.ai.AuthorizationRequiredException;
import com.scalekit.spring.ai.ScalekitToolCallbacks;
import com.scalekit.spring.client.connectedaccounts.ConnectedAccountsClient;
import com.scalekit.spring.client.connectedaccounts.CreateAuthorizationLink;
import com.scalekit.spring.client.tools.ToolsClient;

@Service
class Assistant {

	private final ChatClient chat;

	private final ScalekitToolCallbacks tools;

	private final ConnectedAccountsClient accounts;

	Assistant(ChatClient.Builder chat, ToolsClient tools, ConnectedAccountsClient accounts) {
		this.chat = chat.build();
		this.tools = ScalekitToolCallbacks.of(tools);
		this.accounts = accounts;
	}

	String ask(String userId, String question) {
		return this.chat.prompt(question).tools(this.tools.forIdentifier(userId)).call().content();
	}

	String askOrAuthorize(String userId, String question) {
		try {
			return ask(userId, question);
		}
		catch (AuthorizationRequiredException ex) {
			CreateAuthorizationLink link = CreateAuthorizationLink.byId(ex.getConnectedAccountId());
			return "Authorize at " + this.accounts.createAuthorizationLink(link).link();
		}
	}

}
