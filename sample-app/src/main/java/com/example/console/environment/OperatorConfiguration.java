package com.example.console.environment;

import com.example.console.signin.Operator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.test.ScalekitServer;

@Configuration(proxyBeanMethods = false)
class OperatorConfiguration {

	@Bean
	Operator operator(ObjectProvider<ScalekitServer> inMemoryServer,
			@Value("${console.organization-id:}") String organizationId) {
		ScalekitServer server = inMemoryServer.getIfAvailable();
		return new Operator((server != null)
				? server.organizations().findByExternalId(World.OPERATOR).orElseThrow().id() : organizationId);
	}

}
