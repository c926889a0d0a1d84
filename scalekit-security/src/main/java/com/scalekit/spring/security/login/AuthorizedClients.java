package com.scalekit.spring.security.login;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;

/**
 * What there is to know about the tokens of a login.
 */
final class AuthorizedClients {

	/** What Spring Security subtracts from the lifetime of tokens that it refreshes. */
	private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

	/** When tokens have expired that are to be replaced, however fresh they are. */
	private static final Instant OVER = Instant.EPOCH;

	private AuthorizedClients() {
	}

	static OAuth2AuthorizedClient with(ClientRegistration registration, OAuth2AuthorizedClient client) {
		return new OAuth2AuthorizedClient(registration, client.getPrincipalName(), client.getAccessToken(),
				client.getRefreshToken());
	}

	static OAuth2AuthorizedClient withoutSecret(OAuth2AuthorizedClient client) {
		return with(ClientRegistration.withClientRegistration(client.getClientRegistration()).clientSecret("").build(),
				client);
	}

	static @Nullable String refreshToken(@Nullable OAuth2AuthorizedClient client) {
		return (client != null && client.getRefreshToken() != null) ? client.getRefreshToken().getTokenValue() : null;
	}

	/**
	 * Whether somebody else has replaced a refresh token, so that the tokens that are
	 * stored now are other ones.
	 */
	static boolean isReplaced(@Nullable String usedRefreshToken, @Nullable OAuth2AuthorizedClient stored) {
		String refreshToken = refreshToken(stored);
		return refreshToken != null && !Objects.equals(refreshToken, usedRefreshToken);
	}

	/**
	 * Tokens that are to be replaced.
	 */
	static OAuth2AuthorizedClient over(OAuth2AuthorizedClient client) {
		OAuth2AccessToken token = client.getAccessToken();
		return new OAuth2AuthorizedClient(client.getClientRegistration(), client.getPrincipalName(),
				new OAuth2AccessToken(token.getTokenType(), token.getTokenValue(), null, OVER, token.getScopes()),
				client.getRefreshToken());
	}

	/**
	 * Whether a request wants other tokens than the present ones.
	 */
	static boolean isOver(OAuth2AuthorizedClient present, OAuth2AuthorizeRequest request) {
		OAuth2AuthorizedClient held = request.getAuthorizedClient();
		return held != null && OVER.equals(held.getAccessToken().getExpiresAt())
				&& held.getAccessToken().getTokenValue().equals(present.getAccessToken().getTokenValue());
	}

	/**
	 * Whether the tokens can be refreshed, and would be.
	 */
	static boolean isRefreshable(OAuth2AuthorizedClient client, Instant now) {
		return client.getRefreshToken() != null && isExpiredFor(CLOCK_SKEW.negated(), client, now);
	}

	static boolean isExpiredFor(Duration duration, OAuth2AuthorizedClient client, Instant now) {
		Instant expiresAt = client.getAccessToken().getExpiresAt();
		return expiresAt != null && !now.isBefore(expiresAt.plus(duration));
	}

}
