package com.example.reference;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;

import com.scalekit.spring.client.apiclients.ApiClientsClient;
import com.scalekit.spring.client.apiclients.ClientSecret;
import com.scalekit.spring.client.apiclients.CreateApiClient;
import com.scalekit.spring.client.apiclients.CreatedApiClient;
import com.scalekit.spring.client.apiclients.CreatedClientSecret;

@Service
class ApiAccess {

	private final ApiClientsClient clients;

	ApiAccess(ApiClientsClient clients) {
		this.clients = clients;
	}

	CreatedApiClient grant(String organizationId) {
		CreateApiClient client = CreateApiClient.named("Nightly export")
			.withScopes(List.of("reports:read"))
			.withCustomClaims(Map.of("plan", "enterprise"))
			.withExpiry(Duration.ofHours(1));
		return this.clients.create(organizationId, client);
	}

	CreatedClientSecret newSecret(String organizationId, String clientId) {
		return this.clients.createSecret(organizationId, clientId);
	}

	void deleteOtherSecrets(String organizationId, String clientId, String secretId) {
		this.clients.get(organizationId, clientId)
			.secrets()
			.stream()
			.map(ClientSecret::id)
			.filter((id) -> !id.equals(secretId))
			.forEach((id) -> this.clients.deleteSecret(organizationId, clientId, id));
	}

	void revoke(String organizationId, String clientId) {
		this.clients.delete(organizationId, clientId);
	}

}
