package com.example.reference;

import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;

import com.scalekit.spring.security.resource.ReactiveBearerTokenManagerResolver;
import com.scalekit.spring.security.resource.ScalekitJwtDecoders;

import static org.springframework.security.config.Customizer.withDefaults;

final class ApiChains {

	private ApiChains() {
	}

	static JwtDecoder europe() {
		JwtDecoder europe = ScalekitJwtDecoders.forEnvironment("https://acme-eu.scalekit.com")
			.audiences("skc_2")
			.build();
		return europe;
	}

	static class Servlet {

		@Bean
		SecurityFilterChain api(HttpSecurity http) throws Exception {
			return http.securityMatcher("/api/**")
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server.jwt(withDefaults()))
				.build();
		}

	}

	static class Reactive {

		@Bean
		SecurityWebFilterChain api(ServerHttpSecurity http, ReactiveBearerTokenManagerResolver tokens) {
			return http.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.oauth2ResourceServer((server) -> server.authenticationManagerResolver(tokens))
				.build();
		}

	}

}
