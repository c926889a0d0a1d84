package com.scalekit.spring.client.oauth2;

import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;

final class AuthorizeRequests {

	private AuthorizeRequests() {
	}

	static OAuth2AuthorizeRequest of(String registrationId, String principal) {
		return OAuth2AuthorizeRequest.withClientRegistrationId(registrationId).principal(principal).build();
	}

	static OAuth2AuthorizeRequest scalekit() {
		return of("scalekit", "anyone");
	}

}
