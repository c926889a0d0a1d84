package com.example;

import java.util.Map;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * An application with a login, an OAuth2 client, a WebClient and JSON conventions of its
 * own.
 */
@SpringBootApplication
@RestController
public class MvcLoginApplication {

	private final OAuth2AuthorizedClientManager manager;

	final WebClient webClient;

	MvcLoginApplication(OAuth2AuthorizedClientManager manager, WebClient webClient) {
		this.manager = manager;
		this.webClient = webClient;
	}

	public static void main(String[] args) {
		SpringApplication.run(MvcLoginApplication.class, args);
	}

	@GetMapping("/hi")
	Map<String, String> hi() {
		return Map.of("greetingText", "hi");
	}

	@GetMapping("/partner")
	String partner() {
		return this.manager.authorize(request()).getAccessToken().getTokenValue();
	}

	private static OAuth2AuthorizeRequest request() {
		return OAuth2AuthorizeRequest.withClientRegistrationId("partner").principal("service").build();
	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		@Bean
		SecurityFilterChain security(HttpSecurity http) {
			return http
				.authorizeHttpRequests((requests) -> requests.requestMatchers("/partner")
					.permitAll()
					.anyRequest()
					.authenticated())
				.oauth2Login(Customizer.withDefaults())
				.build();
		}

		@Bean
		WebClient webClient(WebClient.Builder builder) {
			return builder.build();
		}

		@Bean
		JsonMapperBuilderCustomizer unusualJson() {
			return (builder) -> builder.propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
				.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
		}

	}

}
