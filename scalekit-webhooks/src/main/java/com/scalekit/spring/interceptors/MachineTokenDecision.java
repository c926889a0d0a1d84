package com.scalekit.spring.interceptors;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Decision that allows an access token of an API client, and may change it. Immutable.
 */
public final class MachineTokenDecision extends Decision {

	private final Map<String, @Nullable Object> claims;

	MachineTokenDecision(Map<String, @Nullable Object> claims) {
		super(true, null, claims.isEmpty() ? Map.of() : Map.of("claims", claims));
		this.claims = claims;
	}

	/**
	 * Replaces the scopes of the token.
	 * @param scopes the scopes
	 * @return a decision with the scopes
	 */
	public MachineTokenDecision withScopes(String... scopes) {
		return withScopes(List.of(scopes));
	}

	/**
	 * Replaces the scopes of the token.
	 * @param scopes the scopes
	 * @return a decision with the scopes
	 * @throws IllegalArgumentException if a scope is empty or contains whitespace
	 */
	public MachineTokenDecision withScopes(Collection<String> scopes) {
		for (String scope : scopes) {
			Assert.isTrue(!scope.isEmpty() && scope.chars().noneMatch(Character::isWhitespace),
					() -> "Scope '" + scope + "' must not be empty or contain whitespace");
		}
		return with(Map.of("scope", String.join(" ", scopes)));
	}

	/**
	 * Replaces the audience of the token.
	 * @param audience the API the token is for, such as {@code https://api.acme.com}
	 * @return a decision with the audience
	 */
	public MachineTokenDecision withAudience(String audience) {
		Assert.hasText(audience, "'audience' must not be empty");
		return with(Map.of("aud", audience));
	}

	/**
	 * Adds claims to the token.
	 * @param claims the claims; their values are texts, numbers, booleans, lists and maps
	 * @return a decision with the claims
	 * @throws IllegalArgumentException if a claim has a name that Scalekit uses, such as
	 * {@code sub} or {@code scope}, or a value that is not JSON
	 */
	public MachineTokenDecision withClaims(Map<String, ? extends @Nullable Object> claims) {
		return with(Claims.custom(claims));
	}

	private MachineTokenDecision with(Map<String, ? extends @Nullable Object> changes) {
		Map<String, @Nullable Object> changed = new LinkedHashMap<>(this.claims);
		changed.putAll(changes);
		return new MachineTokenDecision(changed);
	}

}
