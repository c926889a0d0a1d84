package com.example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import com.scalekit.spring.security.ScalekitPrincipal;

/**
 * An application to which users sign in, by properties alone.
 */
@SpringBootApplication
@RestController
public class ProfileApplication {

	public static void main(String[] args) {
		SpringApplication.run(ProfileApplication.class, args);
	}

	@GetMapping("/me")
	String me(ScalekitPrincipal user) {
		return user.claim("email") + " of " + user.organizationId() + " as " + user.roles();
	}

}
