package com.scalekit.spring.security.login;

import java.util.Map;

import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

/**
 * Reads the tokens with which Scalekit tells that a session has ended. Anybody may send
 * them, so the keys are those that the login has anyway. Spring Security would fetch the
 * key set for each token, over a connection of its own.
 */
final class LogoutTokens {

	private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

	private final JwtDecoder decoder;

	LogoutTokens(ScalekitLogin login, ClientRegistration registration) {
		JwtTypeValidator type = new JwtTypeValidator("JWT", "logout+jwt");
		type.setAllowEmpty(true);
		this.decoder = login.decoder(new DelegatingOAuth2TokenValidator<>(type, new JwtTimestampValidator(),
				new LogoutTokenValidator(login.issuer(), registration.getClientId())));
	}

	/**
	 * Read a token.
	 * @param token the token
	 * @return what it tells
	 * @throws BadJwtException if the token is refused
	 * @throws JwtException if it cannot be checked
	 */
	OidcLogoutToken read(String token) {
		Jwt jwt = this.decoder.decode(token);
		return OidcLogoutToken.withTokenValue(token).claims((claims) -> claims.putAll(jwt.getClaims())).build();
	}

	/**
	 * The rules of OpenID Connect.
	 */
	private static final class LogoutTokenValidator implements OAuth2TokenValidator<Jwt> {

		private final String issuer;

		private final String audience;

		LogoutTokenValidator(String issuer, String audience) {
			this.issuer = issuer;
			this.audience = audience;
		}

		@Override
		public OAuth2TokenValidatorResult validate(Jwt jwt) {
			return new TokenRequirements()
				.require(this.issuer.equals(jwt.getClaimAsString("iss")), "its issuer is another one")
				.require(jwt.getAudience() != null && jwt.getAudience().contains(this.audience),
						"it is for another application")
				.require(jwt.getIssuedAt() != null && jwt.getId() != null, "it has no time or no identifier")
				.require(jwt.getClaims().get("events") instanceof Map<?, ?> events && events.get(EVENT) != null,
						"it is about something else")
				.require(jwt.getSubject() != null || jwt.hasClaim("sid"), "it names neither a user nor a session")
				.require(!jwt.hasClaim("nonce"), "it has a nonce")
				.result();
		}

	}

}
