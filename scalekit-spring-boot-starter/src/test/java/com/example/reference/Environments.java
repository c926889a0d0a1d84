package com.example.reference;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.boot.autoconfigure.ScalekitClientsBuilderConfigurer;
import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.organizations.OrganizationsClient;

@Configuration(proxyBeanMethods = false)
class Environments {

	private final String euClientSecret = "test_secret";

	@Bean(defaultCandidate = false)
	ScalekitClients euClients(ScalekitClientsBuilderConfigurer configurer) {
		return configurer
			.configure(ScalekitClients.builder("https://acme-eu.scalekit.com", "skc_5678", this.euClientSecret))
			.build();
	}

	@Bean(defaultCandidate = false)
	OrganizationsClient euOrganizations(@Qualifier("euClients") ScalekitClients euClients) {
		return euClients.create(OrganizationsClient.class);
	}

}
