package com.scalekit.spring.test.oidc;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.RandomStrings;
import com.scalekit.spring.test.sessions.Sessions;
import com.scalekit.spring.test.sessions.StoredSession;

/**
 * The sessions of browsers, which a cookie tells. Browsers send the cookies of a host to
 * all of its ports, so the name of the cookie has the port.
 */
final class BrowserSessions {

	private final Supplier<String> url;

	private final Sessions sessions;

	private final Map<String, String> sessionIds = new HashMap<>();

	BrowserSessions(Supplier<String> url, Sessions sessions) {
		this.url = url;
		this.sessions = sessions;
	}

	/**
	 * Return the session of a browser.
	 * @return the session, if it has not ended
	 */
	Optional<StoredSession> find(ApiRequest request) {
		return Optional.ofNullable(this.sessionIds.get(cookie(request)))
			.flatMap(this.sessions::find)
			.filter(StoredSession::isActive);
	}

	private @Nullable String cookie(ApiRequest request) {
		String prefix = cookieName() + "=";
		String cookies = request.header("Cookie");
		return (cookies != null) ? Arrays.stream(cookies.split("[;,] *"))
			.filter((cookie) -> cookie.startsWith(prefix))
			.map((cookie) -> cookie.substring(prefix.length()))
			.findFirst()
			.orElse(null) : null;
	}

	private String cookieName() {
		return "scalekit_session_" + URI.create(this.url.get()).getPort();
	}

	ApiResponse begin(StoredSession session, ApiResponse response) {
		String cookie = RandomStrings.secret();
		this.sessionIds.put(cookie, session.sessionId());
		return withCookie(response, cookie, "");
	}

	ApiResponse end(ApiRequest request, ApiResponse response) {
		this.sessionIds.remove(cookie(request));
		return withCookie(response, "", "; Max-Age=0");
	}

	private ApiResponse withCookie(ApiResponse response, String value, String attributes) {
		return response.withHeader("Set-Cookie",
				"%s=%s; Path=/; HttpOnly; SameSite=Lax%s".formatted(cookieName(), value, attributes));
	}

	void clear() {
		this.sessionIds.clear();
	}

}
