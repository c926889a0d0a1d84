package com.scalekit.spring.boot.autoconfigure.security.login;

import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;

import com.scalekit.spring.boot.autoconfigure.security.login.Browser.Page;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScriptedResponse;
import com.scalekit.spring.test.oauth2.NewToken;

/**
 * A login with tokens that Scalekit is told to return.
 */
final class ScriptedLogin {

	private final ScalekitServer scalekit;

	private final String userId;

	private UnaryOperator<NewToken> idToken = UnaryOperator.identity();

	private String accessToken;

	private String refreshToken = "";

	private Duration lifetime = Duration.ofMinutes(5);

	private String signedIdToken = "";

	private String code = "";

	ScriptedLogin(ScalekitServer scalekit, String userId) {
		this.scalekit = scalekit;
		this.userId = userId;
		this.accessToken = scalekit.accessTokens().user(userId).sign();
	}

	ScriptedLogin idToken(UnaryOperator<NewToken> idToken) {
		this.idToken = idToken;
		return this;
	}

	ScriptedLogin accessToken(String accessToken) {
		this.accessToken = accessToken;
		return this;
	}

	ScriptedLogin refreshToken(String refreshToken) {
		this.refreshToken = refreshToken;
		return this;
	}

	/**
	 * Tells how long the access token is good for, whatever it says itself.
	 */
	ScriptedLogin lifetime(Duration lifetime) {
		this.lifetime = lifetime;
		return this;
	}

	/**
	 * Signs in, and returns the page where that ends. The browser reaches Scalekit
	 * directly, whatever its name is for the application.
	 */
	Page signIn(Browser browser) {
		URI request = browser.authorizationRequest("/");
		this.signedIdToken = this.idToken
			.apply(this.scalekit.accessTokens()
				.idToken(this.userId)
				.issuedWith(this.accessToken, "code")
				.claim("nonce", Browser.query(request).getFirst("nonce")))
			.sign();
		answer(this.accessToken, this.lifetime, ",\"id_token\":\"" + this.signedIdToken + "\"");
		URI callback = URI
			.create(browser.get(this.scalekit.url() + request.getRawPath() + "?" + request.getRawQuery()).location());
		this.code = Browser.query(callback).getFirst("code");
		return browser.open(callback.toString());
	}

	/**
	 * Prepares the answer to a refresh.
	 */
	void refreshesTo(String newAccessToken) {
		answer(newAccessToken, Duration.ofMinutes(5), "");
	}

	private void answer(String accessToken, Duration lifetime, String idToken) {
		String refresh = this.refreshToken.isEmpty() ? "" : ",\"refresh_token\":\"" + this.refreshToken + "\"";
		this.scalekit.next("POST /oauth/token")
			.respondsWith(ScriptedResponse.of(200)
				.withBody("application/json", """
						{"access_token":"%s","token_type":"Bearer","expires_in":%d,"scope":"openid"%s%s}"""
					.formatted(accessToken, lifetime.toSeconds(), idToken, refresh)));
	}

	String idToken() {
		return this.signedIdToken;
	}

	String code() {
		return this.code;
	}

}
