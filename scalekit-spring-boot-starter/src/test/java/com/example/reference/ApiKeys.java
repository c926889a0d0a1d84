package com.example.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import com.scalekit.spring.client.apitokens.ApiToken;
import com.scalekit.spring.client.apitokens.ApiTokensClient;
import com.scalekit.spring.client.apitokens.CreateApiToken;
import com.scalekit.spring.client.apitokens.UpdateApiToken;
import com.scalekit.spring.client.error.ScalekitApiException;

@Service
class ApiKeys {

	private final ApiTokensClient tokens;

	ApiKeys(ApiTokensClient tokens) {
		this.tokens = tokens;
	}

	String create(String organizationId, String userId) {
		CreateApiToken token = CreateApiToken.forOrganization(organizationId)
			.withUserId(userId)
			.withDescription("Nightly export")
			.withCustomClaims(Map.of("plan", "enterprise"))
			.withExpiry(Instant.now().plus(Duration.ofDays(90)));
		return this.tokens.create(token).token();
	}

	Optional<ApiToken> authenticate(String presented) {
		if (presented.isBlank() || presented.startsWith("apit_")) {
			return Optional.empty();
		}
		try {
			return Optional.of(this.tokens.validate(presented));
		}
		catch (ScalekitApiException.NotFound ex) {
			return Optional.empty();
		}
	}

	List<ApiToken> ofOrganization(String organizationId) {
		try (Stream<ApiToken> all = this.tokens.all(organizationId)) {
			return all.toList();
		}
	}

	ApiToken describe(String tokenId, String description) {
		return this.tokens.update(UpdateApiToken.forToken(tokenId).withDescription(description));
	}

	void revoke(String tokenId) {
		this.tokens.revoke(tokenId);
	}

}
