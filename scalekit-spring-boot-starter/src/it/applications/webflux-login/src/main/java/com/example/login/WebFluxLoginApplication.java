package com.example.login;

import java.util.Map;

import com.example.partner.PartnerController;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * A WebFlux application with a login, an OAuth2 client, a WebClient and JSON conventions
 * of its own.
 */
@SpringBootApplication
@Import(PartnerController.class)
@RestController
public class WebFluxLoginApplication {

	final WebClient webClient;

	WebFluxLoginApplication(WebClient webClient) {
		this.webClient = webClient;
	}

	public static void main(String[] args) {
		SpringApplication.run(WebFluxLoginApplication.class, args);
	}

	@GetMapping("/")
	Map<String, String> home() {
		return Map.of("greetingText", "hi");
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
