package com.scalekit.spring.test.oauth2;

/**
 * A way to get a token.
 */
@FunctionalInterface
public interface Grant {

	/**
	 * Issue a token.
	 * @param request the request of a client that has authenticated itself
	 * @return the token
	 * @throws OAuth2Exception if the request is refused
	 */
	TokenResponse issue(TokenRequest request);

}
