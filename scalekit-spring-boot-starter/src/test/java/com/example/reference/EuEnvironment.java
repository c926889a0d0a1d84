package com.example.reference;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.boot.autoconfigure.ScalekitClientsBuilderConfigurer;
import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.organizations.OrganizationsClient;

@Configuration(proxyBeanMethods = false)
class EuEnvironment {

	@Bean(defaultCandidate = false)
	ScalekitClients euClients(ScalekitClientsBuilderConfigurer configurer,
			@Value("${acme.eu.client-secret}") String clientSecret) {
		return configurer.configure(ScalekitClients.builder("https://acme-eu.scalekit.com", "skc_5678", clientSecret))
			.build();
	}

	@Bean(defaultCandidate = false)
	OrganizationsClient euOrganizationsClient(@Qualifier("euClients") ScalekitClients euClients) {
		return euClients.create(OrganizationsClient.class);
	}

}
