package com.scalekit.spring.client.apiclients;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.scalekit.spring.client.contracts.Call;
import com.scalekit.spring.client.contracts.ContractTests;

class ApiClientsClientTests extends ContractTests<ApiClientsClient> {

	private static final String CLIENTS = "/api/v1/organizations/org_1/clients";

	ApiClientsClientTests() {
		super(ApiClientsClient.class);
	}

	@Override
	protected Stream<Call<ApiClientsClient>> calls() {
		return Stream.of(call("GET " + CLIENTS, (clients) -> clients.list("org_1")),
				call("GET " + CLIENTS + "?page_size=10&page_token=a%2Bb",
						(clients) -> clients.list("org_1", 10, "a+b")),
				call("GET " + CLIENTS + "?page_size=100", (clients) -> clients.all("org_1")),
				call("GET " + CLIENTS + "/m2morg_1", (clients) -> clients.get("org_1", "m2morg_1")),
				call("POST " + CLIENTS, "{\"name\":\"Deployment\"}",
						(clients) -> clients.create("org_1", CreateApiClient.named("Deployment"))),
				call("POST " + CLIENTS,
						"""
								{"name":"Deployment","description":"Deploys","scopes":["deploy:all"],"audience":["https://acme.com"],
								"custom_claims":[{"key":"stage","value":"production"}],"expiry":"3600"}""",
						(clients) -> clients.create("org_1",
								CreateApiClient.named("Deployment")
									.withDescription("Deploys")
									.withScopes(List.of("deploy:all"))
									.withAudience(List.of("https://acme.com"))
									.withCustomClaims(Map.of("stage", "production"))
									.withExpiry(Duration.ofHours(1)))),
				call("PATCH " + CLIENTS + "/m2morg_1", "{}",
						(clients) -> clients.update("org_1", "m2morg_1", UpdateApiClient.none())),
				call("PATCH " + CLIENTS + "/m2morg_1", """
						{"name":"Release","description":"","scopes":[],"audience":["https://acme.com"],
						"custom_claims":[{"key":"stage","value":"test"}],"expiry":"60"}""",
						(clients) -> clients.update("org_1", "m2morg_1",
								UpdateApiClient.none()
									.withName("Release")
									.withDescription("")
									.withScopes(List.of())
									.withAudience(List.of("https://acme.com"))
									.withCustomClaims(Map.of("stage", "test"))
									.withExpiry(Duration.ofMinutes(1)))),
				call("DELETE " + CLIENTS + "/m2morg_1", (clients) -> clients.delete("org_1", "m2morg_1")),
				call("POST " + CLIENTS + "/m2morg_1/secrets", (clients) -> clients.createSecret("org_1", "m2morg_1")),
				call("DELETE /api/v1/organizations/org%2F1/clients/m2morg%3A1/secrets/sec%3A1",
						(clients) -> clients.deleteSecret("org/1", "m2morg:1", "sec:1")));
	}

}
