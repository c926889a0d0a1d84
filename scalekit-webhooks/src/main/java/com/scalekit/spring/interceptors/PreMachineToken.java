package com.scalekit.spring.interceptors;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Request before an API client gets an access token.
 *
 * @param context the circumstances
 * @param clientId the identifier of the API client
 * @param organizationId the identifier of the organization of the API client, if it has
 * one
 * @param scopes the scopes the token will have
 * @param customClaims the custom claims the token will have
 */
public record PreMachineToken(InterceptorContext context, String clientId, @Nullable String organizationId,
		List<String> scopes, Map<String, @Nullable Object> customClaims) implements InterceptorRequest {

	/**
	 * Allows the token. The decision can change its scopes, audience and claims.
	 */
	@Override
	public MachineTokenDecision allow() {
		return new MachineTokenDecision(Map.of());
	}

	/**
	 * Allows the token and adds claims to it.
	 * @param claims the claims; their values are texts, numbers, booleans, lists and maps
	 * @return the decision
	 * @throws IllegalArgumentException if a claim has a name that Scalekit uses, such as
	 * {@code sub} or {@code scope}, or a value that is not JSON
	 */
	public MachineTokenDecision allowWithClaims(Map<String, ? extends @Nullable Object> claims) {
		return allow().withClaims(claims);
	}

}
