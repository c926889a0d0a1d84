package com.scalekit.spring.client.apitokens;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import com.scalekit.spring.client.contracts.Call;
import com.scalekit.spring.client.contracts.ContractTests;

class ApiTokensClientTests extends ContractTests<ApiTokensClient> {

	ApiTokensClientTests() {
		super(ApiTokensClient.class);
	}

	@Override
	protected Stream<Call<ApiTokensClient>> calls() {
		return Stream.of(call("POST /api/v1/tokens", """
				{"organization_id":"org_1"}""", (tokens) -> tokens.create(CreateApiToken.forOrganization("org_1"))),
				call("POST /api/v1/tokens", """
						{"organization_id":"org_1","user_id":"usr_1","custom_claims":{"plan":"gold"},
						"expiry":"2025-03-20T13:55:46.690Z","description":"Deployment"}""",
						(tokens) -> tokens.create(CreateApiToken.forOrganization("org_1")
							.withUserId("usr_1")
							.withCustomClaims(Map.of("plan", "gold"))
							.withExpiry(Instant.parse("2025-03-20T13:55:46.690Z"))
							.withDescription("Deployment"))),
				call("GET /api/v1/tokens?organization_id=org_1", (tokens) -> tokens.list("org_1")),
				call("GET /api/v1/tokens?organization_id=org_1&user_id=usr_1&page_size=10&page_token=a%2Bb",
						(tokens) -> tokens.list("org_1", "usr_1", 10, "a+b")),
				call("GET /api/v1/tokens?organization_id=org_1&page_size=30", (tokens) -> tokens.all("org_1")),
				call("GET /api/v1/tokens?organization_id=org_1&user_id=usr_1&page_size=30",
						(tokens) -> tokens.all("org_1", "usr_1")),
				call("POST /api/v1/tokens:validate", """
						{"token":"9fK2xQ7b"}""", (tokens) -> tokens.validate("9fK2xQ7b")),
				call("POST /api/v1/tokens:update", """
						{"token":"9fK2xQ7b"}""", (tokens) -> tokens.update(UpdateApiToken.forToken("9fK2xQ7b"))),
				call("POST /api/v1/tokens:update", """
						{"token":"9fK2xQ7b","custom_claims":{"plan":"free"},"description":""}""",
						(tokens) -> tokens.update(UpdateApiToken.forToken("9fK2xQ7b")
							.withCustomClaims(Map.of("plan", "free"))
							.withDescription(""))),
				call("POST /api/v1/tokens:invalidate", """
						{"token":"9fK2xQ7b"}""", (tokens) -> tokens.revoke("9fK2xQ7b")));
	}

}
