package com.example.resourceserver;

import java.nio.charset.StandardCharsets;

import javax.crypto.spec.SecretKeySpec;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import com.scalekit.spring.client.organizations.OrganizationsClient;

/**
 * A resource server that decodes JWTs on its own.
 */
@SpringBootApplication
@RestController
public class ResourceServerApplication {

	private final ObjectProvider<OrganizationsClient> organizations;

	ResourceServerApplication(ObjectProvider<OrganizationsClient> organizations) {
		this.organizations = organizations;
	}

	public static void main(String[] args) {
		SpringApplication.run(ResourceServerApplication.class, args);
	}

	@GetMapping("/subject")
	String subject(@CurrentSecurityContext(expression = "authentication.name") String subject) {
		return subject;
	}

	@GetMapping("/organizations/{id}")
	String displayName(@PathVariable String id) {
		return this.organizations.getObject().get(id).displayName();
	}

	@Configuration(proxyBeanMethods = false)
	static class JwtConfiguration {

		@Bean
		JwtDecoder jwtDecoder(@Value("${jwt.key}") String key) {
			return NimbusJwtDecoder.withSecretKey(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"))
				.build();
		}

	}

}
