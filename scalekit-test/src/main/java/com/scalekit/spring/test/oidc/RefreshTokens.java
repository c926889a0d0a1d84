package com.scalekit.spring.test.oidc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.scalekit.spring.test.server.RandomStrings;

/**
 * The tokens that applications get the next access token for. Each works once.
 */
final class RefreshTokens {

	private final Map<String, RefreshToken> tokens = new HashMap<>();

	String issue(Authorization authorization, String code) {
		String value = RandomStrings.secret();
		this.tokens.put(value, new RefreshToken(authorization, code));
		return value;
	}

	Optional<RefreshToken> find(String value) {
		return Optional.ofNullable(this.tokens.get(value));
	}

	String rotate(String value, RefreshToken token) {
		this.tokens.remove(value);
		return issue(token.authorization(), token.code());
	}

	/**
	 * Forget the tokens that were issued for a code, and those that have followed.
	 */
	void revoke(String code) {
		this.tokens.values().removeIf((token) -> token.code().equals(code));
	}

	void clear() {
		this.tokens.clear();
	}

	/**
	 * A token.
	 *
	 * @param authorization what it stands for
	 * @param code the code that its first predecessor was issued for
	 */
	record RefreshToken(Authorization authorization, String code) {
	}

}
