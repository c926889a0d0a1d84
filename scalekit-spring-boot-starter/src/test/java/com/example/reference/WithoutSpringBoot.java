package com.example.reference;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.organizations.OrganizationsClient;

class WithoutSpringBoot {

	void list(String environmentUrl, String clientId, String clientSecret) {
		try (ScalekitClients scalekit = ScalekitClients.builder(environmentUrl, clientId, clientSecret).build()) {
			scalekit.create(OrganizationsClient.class).all().forEach(System.out::println);
		}
	}

}
