package com.example.reference;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
class OtherHttpClients {

	@Bean
	RestClient scalekitRestClient(RestClient.Builder builder, OAuth2AuthorizedClientManager scalekit) {
		OAuth2ClientHttpRequestInterceptor interceptor = new OAuth2ClientHttpRequestInterceptor(scalekit);
		interceptor.setClientRegistrationIdResolver((request) -> "scalekit");
		return builder.baseUrl("https://acme.scalekit.com").requestInterceptor(interceptor).build();
	}

}
