package com.scalekit.spring.test.oidc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.oauth2.AccessTokens;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.sessions.Sessions;
import com.scalekit.spring.test.users.StoredUser;
import com.scalekit.spring.test.users.Users;

/**
 * Tells who the user of an access token is.
 */
final class UserInfoEndpoint {

	private static final String SCHEME = "Bearer ";

	private final EnvironmentState state;

	private final AccessTokens accessTokens;

	private final Users users;

	private final Sessions sessions;

	UserInfoEndpoint(EnvironmentState state, AccessTokens accessTokens, Users users, Sessions sessions) {
		this.state = state;
		this.accessTokens = accessTokens;
		this.users = users;
		this.sessions = sessions;
	}

	ApiResponse describe(ApiRequest request) {
		return Optional.ofNullable(request.header("Authorization"))
			.filter((authorization) -> authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
			.flatMap((authorization) -> this.accessTokens.read(authorization.substring(SCHEME.length()).strip()))
			.filter(this::isValid)
			.flatMap((claims) -> this.users.find(claims.path("sub").stringValue("")))
			.map(UserInfoEndpoint::describe)
			.orElseGet(() -> ApiResponse.empty(401).withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\""));
	}

	/**
	 * The session of a token that a test has signed need not exist.
	 */
	private boolean isValid(ObjectNode claims) {
		boolean ended = this.sessions.find(claims.path("sid").stringValue(""))
			.filter((session) -> !session.isActive())
			.isPresent();
		return !ended && claims.has("jti") && !claims.has("events")
				&& this.state.now().getEpochSecond() < claims.path("exp").longValue(0);
	}

	private static ApiResponse describe(StoredUser user) {
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("sub", user.id());
		claims.putAll(AccessTokens.profile(user));
		return ApiResponse.ok(claims).uncacheable();
	}

}
