package com.scalekit.spring.security.login;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

/**
 * Reads the tokens with which Scalekit announces that an identity provider has started a
 * login. They only route the login that follows. If a token is refused, an ordinary login
 * follows.
 */
final class IdpInitiatedLogins {

	static final String PARAMETER = "idp_initiated_login";

	static final String RELAY_STATE = "relay_state";

	private static final Log logger = LogFactory.getLog(IdpInitiatedLogins.class);

	private static final List<String> ROUTING_CLAIMS = List.of("organization_id", "connection_id", "login_hint");

	private static final int MAX_LENGTH = 8192;

	private final JwtDecoder decoder;

	IdpInitiatedLogins(ScalekitLogin login) {
		JwtTypeValidator type = JwtTypeValidator.jwt();
		type.setAllowEmpty(true);
		List<OAuth2TokenValidator<Jwt>> validators = List.of(type, new JwtTimestampValidator(),
				new IdpInitiatedValidator(login.issuer(), login.idpInitiatedIssuers()));
		this.decoder = login.decoder(new DelegatingOAuth2TokenValidator<>(validators));
	}

	/**
	 * Read a token.
	 * @param token the token
	 * @return the claims that route the login and the relay state, or nothing if the
	 * token is refused
	 */
	Map<String, String> read(String token) {
		if (token.length() > MAX_LENGTH) {
			logger.warn("Token of a login that an identity provider has started is too long, and ignored");
			return Map.of();
		}
		try {
			return claims(this.decoder.decode(token));
		}
		catch (JwtException ex) {
			logger.warn("Token of a login that an identity provider has started is refused, an ordinary login follows: "
					+ ex.getMessage());
			return Map.of();
		}
	}

	private static Map<String, String> claims(Jwt jwt) {
		Map<String, String> claims = new LinkedHashMap<>();
		for (String name : ROUTING_CLAIMS) {
			if (jwt.getClaims().get(name) instanceof String value && EntryParameters.isAcceptable(value)) {
				claims.put(name, value);
			}
		}
		if (jwt.getClaims().get(RELAY_STATE) instanceof String relayState) {
			claims.put(RELAY_STATE, relayState);
		}
		return claims;
	}

	/**
	 * The token has to name its end, its issuer, and an organization or a connection.
	 */
	private static final class IdpInitiatedValidator implements OAuth2TokenValidator<Jwt> {

		private final String environment;

		private final Set<String> otherIssuers;

		IdpInitiatedValidator(String environment, Set<String> otherIssuers) {
			this.environment = environment;
			this.otherIssuers = otherIssuers;
		}

		@Override
		public OAuth2TokenValidatorResult validate(Jwt jwt) {
			return new TokenRequirements().require(jwt.getExpiresAt() != null, "it does not expire")
				.require(isAccepted(jwt.getClaimAsString(JwtClaimNames.ISS)), "its issuer is another one")
				.require(jwt.hasClaim("connection_id") || jwt.hasClaim("organization_id"),
						"it names neither a connection nor an organization")
				.result();
		}

		private boolean isAccepted(@Nullable String issuer) {
			return Objects.equals(this.environment, issuer)
					|| !this.otherIssuers.isEmpty() && (issuer == null || this.otherIssuers.contains(issuer));
		}

	}

}
