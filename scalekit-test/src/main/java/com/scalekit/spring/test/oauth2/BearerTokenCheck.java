package com.scalekit.spring.test.oauth2;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.Handler;

/**
 * Lets requests to the REST API pass only with a valid access token.
 */
public final class BearerTokenCheck implements Handler {

	/**
	 * What the paths of the REST API begin with.
	 */
	public static final String PROTECTED_PATHS = "/api/v1/";

	private static final String PROXIED_PATHS = "/proxy/";

	private static final String SCHEME = "Bearer ";

	private static final ApiResponse TOKEN_EMPTY = ApiException.unauthenticated("Token empty")
		.toResponseWithoutRequestId();

	private final Tokens tokens;

	private final Handler next;

	/**
	 * Create a check.
	 * @param tokens the access tokens
	 * @param next the handler to protect
	 */
	public BearerTokenCheck(Tokens tokens, Handler next) {
		this.tokens = tokens;
		this.next = next;
	}

	@Override
	public ApiResponse handle(ApiRequest request) {
		if (request.path().startsWith(PROTECTED_PATHS) || request.path().startsWith(PROXIED_PATHS)) {
			String token = bearerToken(request.header("Authorization"));
			if (token.isEmpty()) {
				return TOKEN_EMPTY;
			}
			if (!this.tokens.accepts(token)) {
				throw ApiException.unauthenticated("Token invalid or expired");
			}
		}
		return this.next.handle(request);
	}

	private static String bearerToken(@Nullable String authorization) {
		if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			return "";
		}
		return authorization.substring(SCHEME.length()).strip();
	}

}
