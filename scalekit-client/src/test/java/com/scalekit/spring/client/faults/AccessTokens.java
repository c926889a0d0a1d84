package com.scalekit.spring.client.faults;

import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.core.OAuth2AccessToken;

import com.scalekit.spring.client.ScalekitClients;

/**
 * Asks for the access token without making a call.
 */
final class AccessTokens {

	static final OAuth2AuthorizeRequest REQUEST = OAuth2AuthorizeRequest.withClientRegistrationId("scalekit")
		.principal("anyone")
		.build();

	private AccessTokens() {
	}

	static Mono<OAuth2AccessToken> get(ScalekitClients scalekit) {
		return Mono.defer(() -> scalekit.reactiveAuthorizedClientManager().authorize(REQUEST))
			.map((client) -> client.getAccessToken());
	}

}
