package com.scalekit.spring.test;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.ApiError.Code;

/**
 * Lets requests to the REST API pass only with a valid access token.
 */
final class BearerTokenCheck implements Handler {

	static final String PROTECTED_PATHS = "/api/v1/";

	private static final String SCHEME = "Bearer ";

	private static final ApiResponse TOKEN_EMPTY = new ApiError(Code.UNAUTHENTICATED, "UNAUTHENTICATED", "Token empty")
		.toResponse(null);

	private final Tokens tokens;

	private final Handler next;

	BearerTokenCheck(Tokens tokens, Handler next) {
		this.tokens = tokens;
		this.next = next;
	}

	@Override
	public ApiResponse handle(ApiRequest request) {
		if (request.path().startsWith(PROTECTED_PATHS)) {
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
