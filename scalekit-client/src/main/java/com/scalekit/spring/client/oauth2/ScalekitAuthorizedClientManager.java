package com.scalekit.spring.client.oauth2;

import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.client.OAuth2AuthorizationFailureHandler;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizationFailureHandler;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.RemoveAuthorizedClientOAuth2AuthorizationFailureHandler;
import org.springframework.security.oauth2.client.RemoveAuthorizedClientReactiveOAuth2AuthorizationFailureHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.util.Assert;

/**
 * Gives Spring Security access to the token, in both of its programming models. There is
 * one token for all principals: it belongs to the application.
 */
final class ScalekitAuthorizedClientManager {

	private final ClientRegistration registration;

	private final TokenStore tokens;

	ScalekitAuthorizedClientManager(ClientRegistration registration, TokenStore tokens) {
		this.registration = registration;
		this.tokens = tokens;
	}

	ReactiveOAuth2AuthorizedClientManager reactive() {
		return this::authorize;
	}

	OAuth2AuthorizedClientManager blocking() {
		return (request) -> authorize(request).block();
	}

	/**
	 * A handler is not told which token was refused.
	 */
	OAuth2AuthorizationFailureHandler failureHandler() {
		return new RemoveAuthorizedClientOAuth2AuthorizationFailureHandler(
				(registrationId, principal, attributes) -> refuseToken(registrationId));
	}

	ReactiveOAuth2AuthorizationFailureHandler reactiveFailureHandler() {
		return new RemoveAuthorizedClientReactiveOAuth2AuthorizationFailureHandler(
				(registrationId, principal, attributes) -> Mono.fromRunnable(() -> refuseToken(registrationId)));
	}

	private void refuseToken(String registrationId) {
		if (registrationId.equals(this.registration.getRegistrationId())) {
			this.tokens.refuseCurrent();
		}
	}

	private Mono<OAuth2AuthorizedClient> authorize(OAuth2AuthorizeRequest request) {
		Assert.isTrue(request.getClientRegistrationId().equals(this.registration.getRegistrationId()),
				() -> "Could not find ClientRegistration with id '" + request.getClientRegistrationId() + "'");
		return this.tokens.get()
			.map((token) -> new OAuth2AuthorizedClient(this.registration, request.getPrincipal().getName(), token));
	}

}
