package com.scalekit.spring.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Reads the claims of a token. Lists come from people and customers: what is no name in
 * them is left out, and they are bounded.
 *
 * @param claims the claims
 */
record TokenClaims(Map<String, Object> claims) {

	/**
	 * Name of the claim with the identifier of an API token.
	 */
	static final String TOKEN_ID = "token_id";

	private static final int MAX_ENTRIES = 256;

	private static final int MAX_LENGTH = 256;

	@Nullable String text(String name) {
		return (this.claims.get(name) instanceof String text && !text.isBlank()) ? text : null;
	}

	/**
	 * Whether the caller is a program of an organization, not a user. In such a token
	 * what looks like roles may be data of the customer.
	 */
	boolean isMachine() {
		String subject = text("sub");
		return subject != null && (subject.equals(text("client_id")) || subject.equals(text(TOKEN_ID)));
	}

	List<String> roles() {
		return isMachine() ? List.of() : names(values("roles"));
	}

	List<String> permissions() {
		return isMachine() ? List.of() : names(values("permissions"));
	}

	List<String> scopes() {
		return names(Stream.of("scope", "scopes")
			.flatMap(this::values)
			.flatMap((value) -> (value instanceof String text) ? Arrays.stream(text.split("\\s+")) : Stream.empty()));
	}

	private Stream<?> values(String name) {
		Object value = this.claims.get(name);
		return (value instanceof Collection<?> values) ? values.stream() : Stream.ofNullable(value);
	}

	private static List<String> names(Stream<?> values) {
		return values.filter(String.class::isInstance)
			.map(String.class::cast)
			.filter(TokenClaims::isName)
			.distinct()
			.limit(MAX_ENTRIES)
			.toList();
	}

	private static boolean isName(String text) {
		return StringUtils.hasText(text) && text.length() <= MAX_LENGTH
				&& text.chars().noneMatch(Character::isISOControl);
	}

}
