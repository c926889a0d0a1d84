package com.example.reference;

import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import com.scalekit.spring.security.ScalekitPrincipal;
import com.scalekit.spring.security.login.ServletLogin;

import static org.springframework.security.config.Customizer.withDefaults;

final class LoginChains {

	private LoginChains() {
	}

	@RestController
	static class Home {

		@GetMapping("/me")
		String me(ScalekitPrincipal user) {
			return user.claim("email") + " of " + user.organizationId();
		}

	}

	static class Pages {

		@Bean
		SecurityFilterChain pages(HttpSecurity http) throws Exception {
			return http
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers("/", "/css/**").permitAll().anyRequest().authenticated())
				.oauth2Login(withDefaults())
				.build();
		}

	}

	static class PagesAndApi {

		@Bean
		@Order(1)
		SecurityFilterChain api(HttpSecurity http) throws Exception {
			return http.securityMatcher("/api/**")
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server.jwt(withDefaults()))
				.build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain pages(HttpSecurity http) throws Exception {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2Login(withDefaults())
				.build();
		}

	}

	static class OwnManager {

		@Bean
		OAuth2AuthorizedClientManager manager(ClientRegistrationRepository registrations,
				OAuth2AuthorizedClientRepository repository) {
			return ServletLogin.singleFlight(new DefaultOAuth2AuthorizedClientManager(registrations, repository),
					repository);
		}

	}

}
