package com.scalekit.spring.security.login;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

/**
 * Adds to a user what only the access token tells: organization, roles and permissions.
 * The access token comes directly from Scalekit, so its audience may be another one than
 * the application: it is the API that the token is for.
 */
final class LoginUsers {

	private static final Log logger = LogFactory.getLog(LoginUsers.class);

	/** What tells about the token, not about the user. */
	private static final Set<String> TOKEN_CLAIMS = Set.of("iss", "aud", "exp", "iat", "nbf", "jti", "sub");

	private final ScalekitLogin login;

	private final JwtDecoder decoder;

	LoginUsers(ScalekitLogin login) {
		this.login = login;
		JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt", "application/at+jwt");
		type.setAllowEmpty(true);
		this.decoder = login.decoder(new DelegatingOAuth2TokenValidator<>(type, new JwtTimestampValidator(),
				new JwtIssuerValidator(login.issuer())));
	}

	/**
	 * Add the claims and authorities of the access token.
	 * @param user the user of the ID token
	 * @param request the tokens
	 * @return the user, which is the same one if the access token tells nothing
	 * @throws OAuth2AuthenticationException if the access token is of another user
	 */
	OidcUser complete(OidcUser user, OidcUserRequest request) {
		Jwt accessToken = decode(request.getAccessToken().getTokenValue());
		return (accessToken != null) ? complete(user, accessToken) : user;
	}

	/**
	 * An access token need not be a JWT. The user is known without it.
	 */
	private @Nullable Jwt decode(String accessToken) {
		try {
			return this.decoder.decode(accessToken);
		}
		catch (JwtException ex) {
			logger.warn("A user signs in without roles and permissions, since the access token cannot be verified: "
					+ ex.getMessage());
			return null;
		}
	}

	private OidcUser complete(OidcUser user, Jwt accessToken) {
		if (!Objects.equals(user.getIdToken().getSubject(), accessToken.getSubject())) {
			throw new OAuth2AuthenticationException(new OAuth2Error("invalid_access_token"),
					"The access token is not of the user of the ID token");
		}
		Set<GrantedAuthority> authorities = new LinkedHashSet<>(user.getAuthorities());
		authorities.addAll(this.login.authoritiesConverter().convert(accessToken));
		return new DefaultOidcUser(authorities, user.getIdToken(), userInfo(user.getUserInfo(), accessToken));
	}

	private static OidcUserInfo userInfo(@Nullable OidcUserInfo userInfo, Jwt accessToken) {
		Map<String, Object> claims = new LinkedHashMap<>();
		accessToken.getClaims().forEach((name, value) -> {
			if (!TOKEN_CLAIMS.contains(name)) {
				claims.put(name, plain(value));
			}
		});
		if (userInfo != null) {
			claims.putAll(userInfo.getClaims());
		}
		claims.put("sub", accessToken.getSubject());
		return new OidcUserInfo(claims);
	}

	/**
	 * A user is kept in the session, in which not every kind of map can be stored.
	 */
	private static Object plain(Object value) {
		if (value instanceof Map<?, ?> map) {
			Map<String, Object> plain = new LinkedHashMap<>();
			map.forEach((name, entry) -> plain.put(String.valueOf(name), plainOrNull(entry)));
			return plain;
		}
		if (value instanceof Collection<?> collection) {
			List<Object> plain = new ArrayList<>();
			collection.forEach((entry) -> plain.add(plainOrNull(entry)));
			return plain;
		}
		return value;
	}

	@SuppressWarnings("NullAway")
	private static Object plainOrNull(@Nullable Object value) {
		return (value != null) ? plain(value) : null;
	}

}
