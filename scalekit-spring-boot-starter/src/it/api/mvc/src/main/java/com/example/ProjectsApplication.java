package com.example;

import java.util.List;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import com.scalekit.spring.security.ScalekitPrincipal;

/**
 * An API for the access tokens of Scalekit, by properties alone.
 */
@SpringBootApplication
@EnableMethodSecurity
@RestController
public class ProjectsApplication {

	private final Map<String, List<String>> projects = Map.of("org_1", List.of("Website"));

	public static void main(String[] args) {
		SpringApplication.run(ProjectsApplication.class, args);
	}

	@GetMapping("/projects")
	@PreAuthorize("hasAuthority('projects:read')")
	List<String> mine(ScalekitPrincipal caller) {
		return this.projects.getOrDefault(caller.organizationId(), List.of());
	}

}
