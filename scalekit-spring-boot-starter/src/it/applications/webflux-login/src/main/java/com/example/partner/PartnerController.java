package com.example.partner;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import com.scalekit.spring.client.organizations.OrganizationPage;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

/**
 * Asks another provider for tokens, and Scalekit for organizations.
 */
@RestController
public class PartnerController {

	private final ReactiveOAuth2AuthorizedClientManager manager;

	private final ObjectProvider<ReactiveOrganizationsClient> organizations;

	PartnerController(ReactiveOAuth2AuthorizedClientManager manager,
			ObjectProvider<ReactiveOrganizationsClient> organizations) {
		this.manager = manager;
		this.organizations = organizations;
	}

	@GetMapping("/public/partner")
	Mono<String> partner() {
		return this.manager
			.authorize(OAuth2AuthorizeRequest.withClientRegistrationId("partner").principal("service").build())
			.map((client) -> client.getAccessToken().getTokenValue());
	}

	@GetMapping("/public/partner-client")
	String partnerClient(@RegisteredOAuth2AuthorizedClient("partner") OAuth2AuthorizedClient client) {
		return client.getAccessToken().getTokenValue();
	}

	@GetMapping("/public/organizations")
	Mono<Long> count() {
		return this.organizations.getObject().list().map(OrganizationPage::totalSize);
	}

}
