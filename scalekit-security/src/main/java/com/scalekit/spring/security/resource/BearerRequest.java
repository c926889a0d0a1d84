package com.scalekit.spring.security.resource;

import java.util.List;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.util.StringUtils;

/**
 * Values of the Authorization headers of a request.
 *
 * @param values the values
 */
record BearerRequest(List<String> values) {

	/**
	 * How long callers should wait after an outage, in seconds.
	 */
	static final String RETRY_AFTER = "5";

	boolean hasBearerToken() {
		return this.values.stream().anyMatch((value) -> StringUtils.startsWithIgnoreCase(value, "bearer"));
	}

	boolean isAmbiguous() {
		return this.values.size() > 1;
	}

	static AuthenticationException ambiguous() {
		return new InvalidBearerTokenException("The request has several Authorization headers");
	}

}
