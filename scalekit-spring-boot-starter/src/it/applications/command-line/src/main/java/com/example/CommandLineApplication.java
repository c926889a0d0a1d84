package com.example;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;

/**
 * A command-line application with the starter as its only dependency: prints the
 * organizations, if asked to, and exits.
 */
@SpringBootApplication
public class CommandLineApplication {

	public static void main(String[] args) {
		SpringApplication.run(CommandLineApplication.class, args);
	}

	@Bean
	ApplicationRunner printOrganizations(ObjectProvider<OrganizationsClient> organizations) {
		return (arguments) -> {
			if (arguments.getNonOptionArgs().contains("organizations")) {
				organizations.getObject().all().map(Organization::displayName).forEach(System.out::println);
			}
		};
	}

}
