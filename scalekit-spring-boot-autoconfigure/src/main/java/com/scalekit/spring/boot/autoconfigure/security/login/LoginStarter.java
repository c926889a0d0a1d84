package com.scalekit.spring.boot.autoconfigure.security.login;

/**
 * Starter of Spring Boot without which there is no login.
 */
final class LoginStarter {

	static final String NAME = "spring-boot-starter-security-oauth2-client";

	/**
	 * A type that is there if the starter is.
	 */
	static final String MARKER = "org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties";

	private LoginStarter() {
	}

}
