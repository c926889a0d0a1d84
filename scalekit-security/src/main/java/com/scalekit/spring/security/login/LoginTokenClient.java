package com.scalekit.spring.security.login;

import java.util.Objects;

import org.springframework.security.oauth2.client.endpoint.AbstractOAuth2AuthorizationGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

/**
 * Requests tokens of Scalekit with the transport of the clients. Those of other
 * registrations are requested as without Scalekit.
 *
 * @param <T> the type of the grant
 */
final class LoginTokenClient<T extends AbstractOAuth2AuthorizationGrantRequest>
		implements OAuth2AccessTokenResponseClient<T> {

	private final ReactiveLoginTokenClient<T> client;

	private final OAuth2AccessTokenResponseClient<T> others;

	LoginTokenClient(ReactiveLoginTokenClient<T> client, OAuth2AccessTokenResponseClient<T> others) {
		this.client = client;
		this.others = others;
	}

	@Override
	public OAuth2AccessTokenResponse getTokenResponse(T request) {
		return this.client.isResponsibleFor(request)
				? Objects.requireNonNull(this.client.getTokenResponse(request).block())
				: this.others.getTokenResponse(request);
	}

}
