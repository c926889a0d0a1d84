package com.example.builders;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.organizations.OrganizationsClient;

/**
 * An application with two builders, one of which resolves the names of its own services,
 * and a client of its own that is called as ours might be.
 */
@SpringBootApplication
@RestController
public class BuildersApplication {

	private final ObjectProvider<OrganizationsClient> organizations;

	private final PartnerOrganizations organizationsClient;

	BuildersApplication(ObjectProvider<OrganizationsClient> organizations, PartnerOrganizations organizationsClient) {
		this.organizations = organizations;
		this.organizationsClient = organizationsClient;
	}

	public static void main(String[] args) {
		SpringApplication.run(BuildersApplication.class, args);
	}

	@GetMapping("/organizations")
	long count() {
		return this.organizations.getObject().list().totalSize();
	}

	@GetMapping("/partner-organizations")
	String partners() {
		return this.organizationsClient.names();
	}

	@Configuration(proxyBeanMethods = false)
	static class Builders {

		@Bean
		@Scope("prototype")
		WebClient.Builder plainWebClientBuilder() {
			return WebClient.builder();
		}

		@Bean
		@Scope("prototype")
		WebClient.Builder loadBalancedWebClientBuilder() {
			return WebClient.builder()
				.filter((request, next) -> Mono
					.error(new IllegalStateException("No instance of service " + request.url().getHost())));
		}

		@Bean
		PartnerOrganizations organizationsClient() {
			return () -> "Partner";
		}

	}

	interface PartnerOrganizations {

		String names();

	}

}
