package com.scalekit.spring.security.resource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.server.resource.BearerTokenErrorCodes;
import org.springframework.util.StringUtils;

/**
 * Tells access tokens for this application from everything else that is signed with the
 * same keys. Not to be published as a bean: Spring Boot applies such beans to decoders of
 * other issuers.
 *
 * @param issuers the issuers, as they are written in tokens
 * @param audiences the audiences of this application
 * @param machineTokensWithoutAudience whether programs need no audience, which is what
 * Scalekit issues unless a client is configured otherwise
 * @param clockSkew how far clocks may be apart
 * @param clock the clock
 */
record AccessTokenValidator(Set<String> issuers, Set<String> audiences, boolean machineTokensWithoutAudience,
		Duration clockSkew, Clock clock) implements OAuth2TokenValidator<Jwt> {

	private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

	/**
	 * An ID token travels in the URLs of logouts, and has the same issuer, keys and
	 * audience.
	 */
	private static final List<String> CLAIMS_OF_OTHER_TOKENS = List.of("at_hash", "c_hash", "nonce", "events");

	private static final List<String> FOREIGN_KEYS = List.of("jwk", "jku", "x5u");

	@Override
	public OAuth2TokenValidatorResult validate(Jwt token) {
		String problem = problem(token);
		return (problem != null)
				? OAuth2TokenValidatorResult
					.failure(new OAuth2Error(BearerTokenErrorCodes.INVALID_TOKEN, problem, null))
				: OAuth2TokenValidatorResult.success();
	}

	private @Nullable String problem(Jwt token) {
		if (!isType(token.getHeaders().get("typ"))) {
			return "The token is of another type";
		}
		if (FOREIGN_KEYS.stream().anyMatch(token.getHeaders()::containsKey)) {
			return "The token names a key of its own";
		}
		if (!(token.getClaims().get(JwtClaimNames.ISS) instanceof String issuer) || !this.issuers.contains(issuer)) {
			return "The token is from another issuer";
		}
		if (!StringUtils.hasText(token.getSubject())
				|| CLAIMS_OF_OTHER_TOKENS.stream().anyMatch(token.getClaims()::containsKey)) {
			return "The token is not an access token";
		}
		if (!isForThisApplication(token)) {
			return "The token is for another audience";
		}
		return problemOfTime(token.getExpiresAt(), token.getNotBefore());
	}

	private static boolean isType(@Nullable Object type) {
		return type == null || type instanceof String text && TYPES.contains(text.toLowerCase(Locale.ROOT));
	}

	private boolean isForThisApplication(Jwt token) {
		List<String> audience = token.getAudience();
		if (audience == null || audience.isEmpty()) {
			return this.machineTokensWithoutAudience
					&& Objects.equals(token.getSubject(), token.getClaims().get("client_id"));
		}
		return audience.stream().anyMatch(this.audiences::contains);
	}

	private @Nullable String problemOfTime(@Nullable Instant expiresAt, @Nullable Instant notBefore) {
		Instant now = this.clock.instant();
		if (expiresAt == null) {
			return "The token never expires";
		}
		if (now.minus(this.clockSkew).isAfter(expiresAt)) {
			return "The token has expired";
		}
		return (notBefore != null && now.plus(this.clockSkew).isBefore(notBefore)) ? "The token is not valid yet"
				: null;
	}

}
