package com.example.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import com.scalekit.spring.security.ScalekitPrincipal;

@RestController
@EnableMethodSecurity
class Projects {

	private final Map<String, List<String>> projects = Map.of("org_1", List.of("Website"));

	@GetMapping("/projects")
	@PreAuthorize("hasAuthority('projects:read')")
	List<String> mine(ScalekitPrincipal caller) {
		return this.projects.getOrDefault(caller.organizationId(), List.of());
	}

	@GetMapping("/greeting")
	String greeting(Optional<ScalekitPrincipal> caller) {
		return "Hello " + caller.flatMap(ScalekitPrincipal::findUserId).orElse("you");
	}

}
