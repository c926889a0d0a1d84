package com.example;

import java.nio.charset.StandardCharsets;

import javax.crypto.spec.SecretKeySpec;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

/**
 * A WebFlux application with chains of its own: an API that decodes JWTs on its own, and
 * pages for users of its own.
 */
@SpringBootApplication
@RestController
public class ReactiveResourceServerApplication {

	private final ObjectProvider<ReactiveOrganizationsClient> organizations;

	ReactiveResourceServerApplication(ObjectProvider<ReactiveOrganizationsClient> organizations) {
		this.organizations = organizations;
	}

	public static void main(String[] args) {
		SpringApplication.run(ReactiveResourceServerApplication.class, args);
	}

	@GetMapping({ "/me", "/api/subject" })
	String name(Authentication caller) {
		return caller.getName();
	}

	@GetMapping("/hi")
	String hi() {
		return "hi";
	}

	@GetMapping("/api/organizations/{id}")
	Mono<String> displayName(@PathVariable String id) {
		return this.organizations.getObject().get(id).map(Organization::displayName);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableReactiveMethodSecurity
	static class SecurityConfiguration {

		@Bean
		@Order(1)
		SecurityWebFilterChain api(ServerHttpSecurity http) {
			return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/api/**"))
				.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
				.build();
		}

		@Bean
		@Order(2)
		SecurityWebFilterChain pages(ServerHttpSecurity http) {
			return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/me"))
				.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

		@Bean
		MapReactiveUserDetailsService users() {
			return new MapReactiveUserDetailsService(
					User.withUsername("bob").password("{noop}bob-password").roles("USER").build());
		}

		@Bean
		ReactiveJwtDecoder jwtDecoder(@Value("${jwt.key}") String key) {
			return NimbusReactiveJwtDecoder
				.withSecretKey(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"))
				.build();
		}

	}

}
