package com.example.login;

import java.util.Map;

import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.organizations.OrganizationPage;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

/**
 * A WebFlux application with a login, an OAuth2 client, a WebClient and JSON conventions
 * of its own.
 */
@SpringBootApplication
@RestController
public class WebFluxLoginApplication {

	final WebClient webClient;

	private final ReactiveOAuth2AuthorizedClientManager manager;

	private final ObjectProvider<ReactiveOrganizationsClient> organizations;

	WebFluxLoginApplication(WebClient webClient, ReactiveOAuth2AuthorizedClientManager manager,
			ObjectProvider<ReactiveOrganizationsClient> organizations) {
		this.webClient = webClient;
		this.manager = manager;
		this.organizations = organizations;
	}

	public static void main(String[] args) {
		SpringApplication.run(WebFluxLoginApplication.class, args);
	}

	@GetMapping("/")
	Map<String, String> home() {
		return Map.of("greetingText", "hi");
	}

	@GetMapping("/public/partner")
	Mono<String> partner() {
		return this.manager
			.authorize(OAuth2AuthorizeRequest.withClientRegistrationId("partner").principal("service").build())
			.map((client) -> client.getAccessToken().getTokenValue());
	}

	@GetMapping("/public/partner-client")
	String partnerClient(@RegisteredOAuth2AuthorizedClient("partner") OAuth2AuthorizedClient client) {
		return client.getAccessToken().getTokenValue();
	}

	@GetMapping("/public/organizations")
	Mono<Long> count() {
		return this.organizations.getObject().list().map(OrganizationPage::totalSize);
	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		@Bean
		SecurityWebFilterChain security(ServerHttpSecurity http) {
			return http
				.authorizeExchange(
						(exchanges) -> exchanges.pathMatchers("/public/**").permitAll().anyExchange().authenticated())
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
