package com.example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import com.scalekit.spring.client.organizations.OrganizationsClient;

@SpringBootApplication
@RestController
public class MvcApplication {

	private final OrganizationsClient organizations;

	MvcApplication(OrganizationsClient organizations) {
		this.organizations = organizations;
	}

	public static void main(String[] args) {
		SpringApplication.run(MvcApplication.class, args);
	}

	@GetMapping("/hi")
	String hi() {
		return "hi";
	}

	@GetMapping("/organizations")
	long organizations() {
		return this.organizations.list().totalSize();
	}

}
