package com.example.reference;

import java.util.Map;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

import com.scalekit.spring.client.ScalekitClients;

@Configuration(proxyBeanMethods = false)
class OwnContract {

	@Bean
	RolesClient rolesClient(@Qualifier("scalekitClients") ScalekitClients scalekitClients) {
		return scalekitClients.create(RolesClient.class);
	}

	@HttpExchange("/api/v1")
	interface RolesClient {

		@GetExchange("/roles")
		Map<String, Object> list();

		@GetExchange("/roles/{name}")
		Map<String, Object> get(@PathVariable String name);

	}

}
