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
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * An MVC application with a login, an OAuth2 client, a WebClient and JSON conventions of
 * its own.
 */
@SpringBootApplication
@Import(PartnerController.class)
@RestController
public class MvcLoginApplication {

	final WebClient webClient;

	MvcLoginApplication(WebClient webClient) {
		this.webClient = webClient;
	}

	public static void main(String[] args) {
		SpringApplication.run(MvcLoginApplication.class, args);
	}

	@GetMapping("/")
	Map<String, String> home() {
		return Map.of("greetingText", "hi");
	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		@Bean
		SecurityFilterChain security(HttpSecurity http) {
			return http
				.authorizeHttpRequests((requests) -> requests.requestMatchers("/public/**", "/error")
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
