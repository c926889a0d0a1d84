package com.example.reference;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.http.BodyMember;
import com.scalekit.spring.client.http.Enveloped;
import com.scalekit.spring.client.http.Idempotent;

@Configuration(proxyBeanMethods = false)
class OwnContract {

	@Bean
	ConnectedAccountsClient connectedAccountsClient(@Qualifier("scalekitClients") ScalekitClients scalekitClients) {
		return scalekitClients.create(ConnectedAccountsClient.class);
	}

	@HttpExchange("/api/v1")
	interface ConnectedAccountsClient {

		@Enveloped("connected_accounts")
		@GetExchange("/connected_accounts")
		List<ConnectedAccount> list(@RequestParam String identifier);

		@Idempotent
		@PostExchange("/connected_accounts:delete")
		void delete(@BodyMember("id") String id);

	}

	record ConnectedAccount(String id, String connector, @Nullable Instant lastUsedAt) {

	}

}
