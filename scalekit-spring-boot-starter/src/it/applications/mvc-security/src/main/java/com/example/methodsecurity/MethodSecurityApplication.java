package com.example.methodsecurity;

import java.security.Principal;

import reactor.core.publisher.Mono;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application with users of its own, who may do different things.
 */
@SpringBootApplication
@RestController
public class MethodSecurityApplication {

	private final Tenants tenants;

	MethodSecurityApplication(Tenants tenants) {
		this.tenants = tenants;
	}

	public static void main(String[] args) {
		SpringApplication.run(MethodSecurityApplication.class, args);
	}

	@GetMapping("/me")
	String me(Principal principal) {
		return principal.getName();
	}

	@GetMapping("/secret")
	String secret() {
		return this.tenants.secret();
	}

	@GetMapping("/count")
	String count() {
		return this.tenants.count() + " seen by " + SecurityContextHolder.getContext().getAuthentication().getName();
	}

	@GetMapping("/count-later")
	Mono<String> countLater() {
		return this.tenants.countLater().map((count) -> count + " later");
	}

	@GetMapping("/onboard")
	String onboard() {
		return this.tenants.onboard("Acme");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableMethodSecurity
	static class SecurityConfiguration {

		@Bean
		UserDetailsService users() {
			return new InMemoryUserDetailsManager(
					User.withUsername("alice").password("{noop}alice-password").roles("ADMIN", "USER").build(),
					User.withUsername("bob").password("{noop}bob-password").roles("USER").build(),
					User.withUsername("carol").password("{noop}carol-password").roles("USER").build());
		}

	}

}
