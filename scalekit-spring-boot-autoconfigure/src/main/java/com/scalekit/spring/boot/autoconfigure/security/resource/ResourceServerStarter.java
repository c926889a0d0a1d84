package com.scalekit.spring.boot.autoconfigure.security.resource;

/**
 * Starter of Spring Boot without which there is no resource server.
 */
final class ResourceServerStarter {

	static final String NAME = "spring-boot-starter-security-oauth2-resource-server";

	/**
	 * A type that is there if the starter is.
	 */
	static final String MARKER = "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties";

	private ResourceServerStarter() {
	}

}
