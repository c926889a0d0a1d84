package com.scalekit.spring.security.resource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.springframework.util.StringUtils;

import com.scalekit.spring.client.apitokens.ApiToken;

/**
 * What an API token tells, under the names of the claims of an access token. A token
 * without a user is that of a program, which has no name but that of the token.
 */
final class ApiTokenClaims {

	private ApiTokenClaims() {
	}

	static Map<String, Object> of(ApiToken token) {
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("sub", Objects.requireNonNullElse(token.userId(), token.tokenId()));
		claims.put("oid", token.organizationId());
		claims.put("token_id", token.tokenId());
		claims.put("roles", token.roles());
		claims.put("custom_claims", token.customClaims());
		if (StringUtils.hasText(token.organizationExternalId())) {
			claims.put("xoid", token.organizationExternalId());
		}
		if (token.userExternalId() != null && StringUtils.hasText(token.userExternalId())) {
			claims.put("xuid", token.userExternalId());
		}
		return claims;
	}

}
