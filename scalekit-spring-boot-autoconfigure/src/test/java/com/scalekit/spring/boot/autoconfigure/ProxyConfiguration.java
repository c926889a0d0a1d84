package com.scalekit.spring.boot.autoconfigure;

import reactor.netty.transport.ProxyProvider;

import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The proxy of an application, with the properties {@code proxy.port} and
 * {@code proxy.password}.
 */
@Configuration(proxyBeanMethods = false)
public class ProxyConfiguration {

	@Bean
	ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> proxy(Environment environment) {
		return (builder) -> builder
			.withHttpClientCustomizer((client) -> client.proxy((proxy) -> proxy.type(ProxyProvider.Proxy.HTTP)
				.host("localhost")
				.port(environment.getRequiredProperty("proxy.port", Integer.class))
				.username("user")
				.password((user) -> environment.getRequiredProperty("proxy.password"))));
	}

}
