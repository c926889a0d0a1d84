package com.scalekit.spring.interceptors;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Checks claims that an interceptor adds to tokens.
 */
final class Claims {

	private static final Set<String> RESERVED = Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "sid", "oid",
			"xoid", "xuid", "client_id", "azp", "amr", "acr", "auth_time", "nonce", "at_hash", "c_hash", "roles",
			"permissions", "scope", "scopes", "custom_claims");

	private Claims() {
	}

	/**
	 * Returns an unmodifiable copy.
	 * @throws IllegalArgumentException if a name is reserved, or a value is not JSON
	 */
	static Map<String, @Nullable Object> custom(Map<String, ? extends @Nullable Object> claims) {
		Assert.notNull(claims, "'claims' must not be null");
		Map<String, @Nullable Object> copy = new LinkedHashMap<>();
		claims.forEach((name, value) -> {
			Assert.hasText(name, "Name of a claim must not be empty");
			if (RESERVED.contains(name)) {
				throw new IllegalArgumentException(
						"Claim '" + name + "' belongs to Scalekit. Use another name for a claim of your own");
			}
			copy.put(name, json(name, value));
		});
		return Collections.unmodifiableMap(copy);
	}

	private static @Nullable Object json(String name, @Nullable Object value) {
		if (value == null || value instanceof String || value instanceof Boolean || isNumber(value)) {
			return value;
		}
		if (value instanceof Collection<?> elements) {
			List<@Nullable Object> copy = new ArrayList<>();
			elements.forEach((element) -> copy.add(json(name, element)));
			return Collections.unmodifiableList(copy);
		}
		if (value instanceof Map<?, ?> members) {
			Map<String, @Nullable Object> copy = new LinkedHashMap<>();
			members.forEach((key, member) -> copy.put(String.valueOf(key), json(name, member)));
			return Collections.unmodifiableMap(copy);
		}
		throw new IllegalArgumentException("Claim '" + name + "' is a " + value.getClass().getName()
				+ ". Use a text, a number, a boolean, a list or a map");
	}

	private static boolean isNumber(Object value) {
		return value instanceof Number number && Double.isFinite(number.doubleValue());
	}

}
