package com.scalekit.spring.test.oidc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.oauth2.AccessTokens;
import com.scalekit.spring.test.oauth2.NewToken;
import com.scalekit.spring.test.oauth2.OAuth2Exception;
import com.scalekit.spring.test.oauth2.TokenRequest;
import com.scalekit.spring.test.oauth2.TokenResponse;
import com.scalekit.spring.test.oidc.Codes.Code;
import com.scalekit.spring.test.oidc.RefreshTokens.RefreshToken;
import com.scalekit.spring.test.sessions.Sessions;
import com.scalekit.spring.test.sessions.StoredSession;
import com.scalekit.spring.test.users.StoredMembership;
import com.scalekit.spring.test.users.Users;

/**
 * Issues the tokens of users who have signed in, for a code or a refresh token.
 */
final class UserTokens {

	private static final Pattern CODE_VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

	private static final List<String> PROFILE_CLAIMS = List.of("name", "given_name", "family_name",
			"preferred_username", "picture", "locale");

	private final Codes codes;

	private final RefreshTokens refreshTokens = new RefreshTokens();

	private final AccessTokens accessTokens;

	private final Users users;

	private final Sessions sessions;

	UserTokens(Codes codes, AccessTokens accessTokens, Users users, Sessions sessions) {
		this.codes = codes;
		this.accessTokens = accessTokens;
		this.users = users;
		this.sessions = sessions;
	}

	/**
	 * A code that is used twice may be stolen: what it was exchanged for is no longer
	 * valid.
	 */
	TokenResponse exchange(TokenRequest request) {
		String value = request.require("code");
		String redirectUri = request.require("redirect_uri");
		Code code = this.codes.use(value).orElseThrow(() -> invalidGrant("The code is unknown or has expired"));
		if (code.used()) {
			this.refreshTokens.revoke(value);
			throw invalidGrant("The code was used already");
		}
		if (!code.redirectUri().equals(redirectUri)) {
			throw invalidGrant("The redirect_uri is not the one of the login");
		}
		verify(code.challenge(), request.find("code_verifier"));
		Authorization authorization = code.authorization();
		requireActive(authorization);
		TokenResponse response = issue(authorization, authorization.scopes());
		return response.with(
				(authorization.scopes().contains("openid")) ? idToken(code, value, response.accessToken()) : null,
				(authorization.scopes().contains("offline_access")) ? this.refreshTokens.issue(authorization, value)
						: null);
	}

	private static void verify(@Nullable String challenge, Optional<String> verifier) {
		if (challenge == null) {
			if (verifier.isPresent()) {
				throw invalidGrant("There was no code challenge");
			}
		}
		else if (verifier.filter((text) -> CODE_VERIFIER.matcher(text).matches())
			.filter((text) -> challenge.equals(hash(text)))
			.isEmpty()) {
			throw invalidGrant("The code verifier does not fit the code challenge");
		}
	}

	private static String hash(String verifier) {
		try {
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(
						MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Refresh an access token. That a refresh token that is used twice is refused, and
	 * nothing else happens, is not documented.
	 */
	TokenResponse refresh(TokenRequest request) {
		String value = request.require("refresh_token");
		RefreshToken token = this.refreshTokens.find(value)
			.orElseThrow(() -> invalidGrant("The refresh token is unknown or was used already"));
		requireActive(token.authorization());
		List<String> scopes = request.scopes(token.authorization().scopes());
		this.sessions.touch(token.authorization().sessionId());
		return issue(token.authorization(), scopes).with(null, this.refreshTokens.rotate(value, token));
	}

	private void requireActive(Authorization authorization) {
		if (this.sessions.find(authorization.sessionId()).filter(StoredSession::isActive).isEmpty()) {
			throw invalidGrant("The session has ended");
		}
		if (this.users.find(authorization.userId())
			.flatMap((user) -> user.membership(authorization.organizationId()))
			.filter(StoredMembership::isOpen)
			.isEmpty()) {
			throw invalidGrant("The user is no member of the organization any more");
		}
	}

	private TokenResponse issue(Authorization authorization, List<String> scopes) {
		Duration lifetime = this.accessTokens.lifetime();
		String token = this.accessTokens.user(authorization.userId())
			.organization(authorization.organizationId())
			.session(authorization.sessionId())
			.expiresIn(lifetime)
			.sign();
		return TokenResponse.of(token, lifetime, String.join(" ", scopes));
	}

	private String idToken(Code code, String value, String accessToken) {
		Authorization authorization = code.authorization();
		NewToken token = this.accessTokens.idToken(authorization.userId())
			.organization(authorization.organizationId())
			.session(authorization.sessionId())
			.issuedWith(accessToken, value);
		if (code.nonce() != null) {
			token.claim("nonce", code.nonce());
		}
		if (authorization.connectionId() != null) {
			token.claim("amr", List.of(authorization.connectionId()));
		}
		if (!authorization.scopes().contains("profile")) {
			PROFILE_CLAIMS.forEach(token::withoutClaim);
		}
		if (!authorization.scopes().contains("email")) {
			token.withoutClaim("email").withoutClaim("email_verified");
		}
		return token.sign();
	}

	private static OAuth2Exception invalidGrant(String description) {
		return OAuth2Exception.badRequest("invalid_grant", description);
	}

	void clear() {
		this.refreshTokens.clear();
	}

}
