package com.example.reference;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.client.ScalekitClients;

@Configuration(proxyBeanMethods = false)
class Environments {

	private final String euClientSecret = "test_secret";

	@Bean
	ScalekitClients euClients() {
		return ScalekitClients.builder("https://acme-eu.scalekit.com", "skc_5678", this.euClientSecret).build();
	}

}
