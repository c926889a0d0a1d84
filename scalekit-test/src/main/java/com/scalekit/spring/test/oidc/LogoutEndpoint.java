package com.scalekit.spring.test.oidc;

import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.oauth2.AccessTokens;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.HtmlPage;
import com.scalekit.spring.test.sessions.Sessions;
import com.scalekit.spring.test.sessions.StoredSession;

/**
 * Ends the session of a browser. A request without an ID token is refused: what the
 * service does is not documented.
 */
final class LogoutEndpoint {

	private final String clientId;

	private final Redirects redirects;

	private final AccessTokens accessTokens;

	private final Sessions sessions;

	private final BrowserSessions browserSessions;

	LogoutEndpoint(String clientId, Redirects redirects, AccessTokens accessTokens, Sessions sessions,
			BrowserSessions browserSessions) {
		this.clientId = clientId;
		this.redirects = redirects;
		this.accessTokens = accessTokens;
		this.sessions = sessions;
		this.browserSessions = browserSessions;
	}

	ApiResponse logout(ApiRequest request, Parameters parameters) {
		if (parameters.isAmbiguous()) {
			throw RefusedException.page("A parameter is given more than once.");
		}
		ObjectNode idToken = parameters.find("id_token_hint")
			.flatMap(this.accessTokens::read)
			.filter(this::isIdToken)
			.orElseThrow(
					() -> RefusedException.page("The id_token_hint is missing or no ID token of this application."));
		Optional<String> redirectUri = parameters.find("post_logout_redirect_uri");
		if (redirectUri.filter((uri) -> !this.redirects.isAllowedAfterLogout(uri)).isPresent()) {
			throw RefusedException.page("The post_logout_redirect_uri is not registered.");
		}
		String sessionId = idToken.path("sid").stringValue("");
		boolean same = this.browserSessions.find(request)
			.filter((session) -> session.sessionId().equals(sessionId))
			.isPresent();
		this.sessions.find(sessionId)
			.filter(StoredSession::isActive)
			.ifPresent((session) -> this.sessions.signOut(sessionId));
		ApiResponse response = redirectUri.map((uri) -> redirect(uri, parameters))
			.orElseGet(() -> HtmlPage.ok("Signed out", "<h1>You are signed out</h1>"));
		return (same) ? this.browserSessions.end(request, response) : response;
	}

	/**
	 * An ID token need not be valid any more. Unlike an access token, it tells which
	 * access token it was issued with.
	 */
	private boolean isIdToken(ObjectNode claims) {
		JsonNode audience = claims.path("aud");
		return claims.has("at_hash") && (audience.stringValue("").equals(this.clientId)
				|| audience.valueStream().anyMatch((value) -> value.stringValue("").equals(this.clientId)));
	}

	private static ApiResponse redirect(String uri, Parameters parameters) {
		return HtmlPage.redirect(parameters.find("state")
			.map((state) -> uri + "?" + Parameters.toQuery(Map.of("state", state)))
			.orElse(uri));
	}

}
