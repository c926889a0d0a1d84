package com.example.mvc;

import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import com.scalekit.spring.client.organizations.OrganizationsClient;

/**
 * An MVC application without anything special.
 */
@SpringBootApplication
@RestController
public class MvcApplication {

	private final ObjectProvider<OrganizationsClient> organizations;

	MvcApplication(ObjectProvider<OrganizationsClient> organizations) {
		this.organizations = organizations;
	}

	public static void main(String[] args) {
		SpringApplication.run(MvcApplication.class, args);
	}

	@GetMapping("/hi")
	Map<String, String> hi() {
		return Map.of("greetingText", "hi");
	}

	@GetMapping("/organizations")
	long count() {
		return this.organizations.getObject().list().totalSize();
	}

	@GetMapping("/organizations/{id}")
	String displayName(@PathVariable String id) {
		return this.organizations.getObject().get(id).displayName();
	}

}
