package com.example.manager;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import com.scalekit.spring.client.organizations.OrganizationPage;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

/**
 * A WebFlux application with several chains and a manager of its own, which knows no
 * requests.
 */
@SpringBootApplication
@RestController
public class ManagerApplication {

	private final ReactiveOAuth2AuthorizedClientManager manager;

	private final ObjectProvider<ReactiveOrganizationsClient> organizations;

	ManagerApplication(ReactiveOAuth2AuthorizedClientManager manager,
			ObjectProvider<ReactiveOrganizationsClient> organizations) {
		this.manager = manager;
		this.organizations = organizations;
	}

	public static void main(String[] args) {
		SpringApplication.run(ManagerApplication.class, args);
	}

	@GetMapping("/")
	String home() {
		return "hi";
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
		@Order(1)
		SecurityWebFilterChain everybody(ServerHttpSecurity http) {
			return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/public/**"))
				.authorizeExchange((exchanges) -> exchanges.anyExchange().permitAll())
				.build();
		}

		@Bean
		@Order(2)
		SecurityWebFilterChain users(ServerHttpSecurity http) {
			return http.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.oauth2Login(Customizer.withDefaults())
				.build();
		}

		@Bean
		ReactiveOAuth2AuthorizedClientManager manager(ReactiveClientRegistrationRepository registrations,
				ReactiveOAuth2AuthorizedClientService clients) {
			return new AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager(registrations, clients);
		}

	}

}
