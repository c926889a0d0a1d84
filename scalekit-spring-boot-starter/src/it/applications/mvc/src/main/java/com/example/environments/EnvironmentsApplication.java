package com.example.environments;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.organizations.OrganizationsClient;

/**
 * An application with two environments: that of the starter, and one of its own.
 */
@SpringBootApplication
@RestController
public class EnvironmentsApplication {

	private final ObjectProvider<OrganizationsClient> organizations;

	private final OrganizationsClient europeanOrganizations;

	EnvironmentsApplication(ObjectProvider<OrganizationsClient> organizations,
			@Qualifier("europeanOrganizations") OrganizationsClient europeanOrganizations) {
		this.organizations = organizations;
		this.europeanOrganizations = europeanOrganizations;
	}

	public static void main(String[] args) {
		SpringApplication.run(EnvironmentsApplication.class, args);
	}

	@GetMapping("/organizations")
	long count() {
		return this.organizations.getObject().list().totalSize();
	}

	@GetMapping("/european-organizations")
	long countEuropean() {
		return this.europeanOrganizations.list().totalSize();
	}

	@Configuration(proxyBeanMethods = false)
	static class Europe {

		@Bean
		ScalekitClients european(@Value("${europe.environment-url}") String environmentUrl,
				@Value("${europe.client-id}") String clientId, @Value("${europe.client-secret}") String clientSecret) {
			return ScalekitClients.builder(environmentUrl, clientId, clientSecret).build();
		}

		@Bean(defaultCandidate = false)
		OrganizationsClient europeanOrganizations(@Qualifier("european") ScalekitClients european) {
			return european.create(OrganizationsClient.class);
		}

	}

}
