package com.scalekit.spring.client.apiclients;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.util.Assert;

/**
 * How the members of requests are written that look different in Java.
 */
final class ClientRequest {

	private ClientRequest() {
	}

	/**
	 * Write how long tokens are valid: a number of seconds, as a string.
	 */
	static String expiry(Duration expiry) {
		Assert.notNull(expiry, "'expiry' must not be null");
		Assert.isTrue(expiry.compareTo(Duration.ZERO) > 0 && expiry.getNano() == 0,
				"'expiry' must be a positive number of whole seconds");
		return String.valueOf(expiry.getSeconds());
	}

	/**
	 * Write claims: a list of pairs.
	 */
	static List<Map<String, String>> customClaims(Map<String, String> claims) {
		Assert.notNull(claims, "'custom_claims' must not be null");
		return claims.entrySet().stream().map((claim) -> customClaim(claim.getKey(), claim.getValue())).toList();
	}

	private static Map<String, String> customClaim(String key, String value) {
		Assert.hasText(key, "'key' must not be empty");
		Assert.notNull(value, "'value' must not be null");
		Map<String, String> claim = new LinkedHashMap<>();
		claim.put("key", key);
		claim.put("value", value);
		return claim;
	}

}
