package com.example.reference;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.connectedaccounts.ConnectedAccountProxy;
import com.scalekit.spring.client.connectedaccounts.ConnectedAccountSelector;
import com.scalekit.spring.client.connectedaccounts.ConnectedAccountStatus;
import com.scalekit.spring.client.connectedaccounts.ConnectedAccountsClient;
import com.scalekit.spring.client.connectedaccounts.CreateAuthorizationLink;
import com.scalekit.spring.client.connectedaccounts.CreateConnectedAccount;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.tools.ToolExecution;
import com.scalekit.spring.client.tools.ToolsClient;

@Service
class Mailbox {

	private final ConnectedAccountsClient accounts;

	private final ToolsClient tools;

	private final WebClient scalekit;

	Mailbox(ConnectedAccountsClient accounts, ToolsClient tools, @Qualifier("scalekitWebClient") WebClient scalekit) {
		this.accounts = accounts;
		this.tools = tools;
		this.scalekit = scalekit;
	}

	URI connect(String userId) {
		try {
			this.accounts.create(CreateConnectedAccount.of("gmail", userId));
		}
		catch (ScalekitApiException.Conflict ex) {
			// the user connects the account again
		}
		return this.accounts.createAuthorizationLink(CreateAuthorizationLink.byIdentifier("gmail", userId)).link();
	}

	boolean isConnected(String userId) {
		ConnectedAccountSelector account = ConnectedAccountSelector.byIdentifier("gmail", userId);
		return this.accounts.get(account).status() == ConnectedAccountStatus.ACTIVE;
	}

	Optional<String> send(String userId, String to, String text) {
		try {
			ToolExecution sent = this.tools.execute("gmail_send", userId, Map.of("to", to, "body", text));
			return Optional.of(String.valueOf(sent.data().get("id")));
		}
		catch (ScalekitApiException.ToolError ex) {
			if (ex.getProviderStatus() == 429) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	String profile(String userId) {
		WebClient gmail = ConnectedAccountProxy.webClient(this.scalekit, "gmail", userId);
		return gmail.get().uri("/gmail/v1/users/me/profile").retrieve().bodyToMono(String.class).block();
	}

}
