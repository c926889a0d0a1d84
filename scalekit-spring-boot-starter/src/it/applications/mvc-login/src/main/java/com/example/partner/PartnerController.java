package com.example.partner;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import com.scalekit.spring.client.organizations.OrganizationsClient;

/**
 * Asks another provider for tokens, and Scalekit for organizations.
 */
@RestController
public class PartnerController {

	private final OAuth2AuthorizedClientManager manager;

	private final ObjectProvider<OrganizationsClient> organizations;

	PartnerController(OAuth2AuthorizedClientManager manager, ObjectProvider<OrganizationsClient> organizations) {
		this.manager = manager;
		this.organizations = organizations;
	}

	@GetMapping("/public/partner")
	String partner() {
		return this.manager
			.authorize(OAuth2AuthorizeRequest.withClientRegistrationId("partner").principal("service").build())
			.getAccessToken()
			.getTokenValue();
	}

	@GetMapping("/public/partner-client")
	String partnerClient(@RegisteredOAuth2AuthorizedClient("partner") OAuth2AuthorizedClient client) {
		return client.getAccessToken().getTokenValue();
	}

	@GetMapping("/public/organizations")
	long count() {
		return this.organizations.getObject().list().totalSize();
	}

}
