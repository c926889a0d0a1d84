package com.example;

import java.util.Map;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationPage;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

/**
 * A WebFlux application without anything special.
 */
@SpringBootApplication
@RestController
public class WebFluxApplication {

	private final ObjectProvider<ReactiveOrganizationsClient> organizations;

	WebFluxApplication(ObjectProvider<ReactiveOrganizationsClient> organizations) {
		this.organizations = organizations;
	}

	public static void main(String[] args) {
		SpringApplication.run(WebFluxApplication.class, args);
	}

	@GetMapping("/hi")
	Mono<Map<String, String>> hi() {
		return Mono.just(Map.of("greetingText", "hi"));
	}

	@GetMapping("/organizations")
	Mono<Long> count() {
		return this.organizations.getObject().list().map(OrganizationPage::totalSize);
	}

	@GetMapping("/organizations/{id}")
	Mono<String> displayName(@PathVariable String id) {
		return this.organizations.getObject().get(id).map(Organization::displayName);
	}

}
