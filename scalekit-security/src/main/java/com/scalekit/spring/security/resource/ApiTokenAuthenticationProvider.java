package com.scalekit.spring.security.resource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

import com.scalekit.spring.client.apitokens.ApiToken;
import com.scalekit.spring.client.apitokens.ApiTokensClient;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.security.ScalekitAuthoritiesConverter;

/**
 * Authenticates API tokens, which Scalekit validates. Tokens that look like a JWT are
 * left to others. Only Scalekit says that a token is invalid: if it cannot be asked, that
 * is no fault of the caller. So this provider belongs after those for access tokens: the
 * last failure is the one that counts.
 */
public final class ApiTokenAuthenticationProvider implements AuthenticationProvider {

	private static final int MAX_VALIDATIONS = 16;

	/**
	 * Scalekit also validates the identifiers of tokens, which are not secret.
	 */
	private static final String IDENTIFIER_PREFIX = "apit_";

	private static final Pattern JWT = Pattern.compile("[^.]*\\.[^.]*\\.[^.]*(\\.[^.]*\\.[^.]*)?");

	private static final Pattern TOKEN = Pattern.compile("(?=.{16,512}$)[A-Za-z0-9._~+/-]+=*");

	private static final Duration LOG_INTERVAL = Duration.ofMinutes(1);

	private static final Log logger = LogFactory.getLog(ApiTokenAuthenticationProvider.class);

	private final ApiTokensClient client;

	private final ScalekitAuthoritiesConverter authoritiesConverter;

	private final ApiTokenCache cache;

	private final Clock clock;

	private final Semaphore validations = new Semaphore(MAX_VALIDATIONS);

	private final AtomicLong nextLog = new AtomicLong(Long.MIN_VALUE);

	/**
	 * Creates a provider.
	 * @param client the client that validates tokens
	 * @param authoritiesConverter converts the roles of the user to authorities
	 * @param cacheTtl how long a token that is valid is not validated again, although it
	 * may have been revoked; zero to validate each time
	 * @param clock the clock
	 */
	public ApiTokenAuthenticationProvider(ApiTokensClient client, ScalekitAuthoritiesConverter authoritiesConverter,
			Duration cacheTtl, Clock clock) {
		this.client = client;
		this.authoritiesConverter = authoritiesConverter;
		this.cache = new ApiTokenCache(cacheTtl, clock);
		this.clock = clock;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return BearerTokenAuthenticationToken.class.isAssignableFrom(authentication);
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		String secret = ((BearerTokenAuthenticationToken) authentication).getToken();
		if (isJwt(secret)) {
			return null;
		}
		if (secret.startsWith(IDENTIFIER_PREFIX) || !TOKEN.matcher(secret).matches()) {
			throw new InvalidBearerTokenException("The token is not an API token");
		}
		ApiToken token = this.cache.get(secret);
		if (token == null) {
			token = validate(secret);
			this.cache.put(secret, token);
		}
		return authenticated(secret, token, authentication.getDetails());
	}

	/**
	 * Returns whether a token looks like a JWT, which is never sent to Scalekit.
	 */
	static boolean isJwt(String token) {
		return JWT.matcher(token).matches();
	}

	private ApiToken validate(String secret) {
		if (!this.validations.tryAcquire()) {
			throw new AuthenticationServiceException("Too many API tokens are being validated");
		}
		try {
			ApiToken token = this.client.validate(secret);
			Instant expiry = token.expiry();
			if (expiry != null && !this.clock.instant().isBefore(expiry)) {
				throw invalid();
			}
			return token;
		}
		catch (ScalekitApiException.NotFound ex) {
			throw invalid();
		}
		catch (InvalidBearerTokenException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			log(ex);
			// Spring Security logs the token, as the name of the user, if it is an
			// internal one
			throw new AuthenticationServiceException("API token cannot be validated", ex);
		}
		finally {
			this.validations.release();
		}
	}

	private static InvalidBearerTokenException invalid() {
		return new InvalidBearerTokenException("The API token is invalid or has expired");
	}

	private void log(RuntimeException exception) {
		long now = this.clock.millis();
		long next = this.nextLog.get();
		if (now >= next && this.nextLog.compareAndSet(next, now + LOG_INTERVAL.toMillis())) {
			logger.error("API tokens cannot be validated: " + exception.getMessage());
		}
	}

	private Authentication authenticated(String secret, ApiToken token, @Nullable Object details) {
		Map<String, Object> claims = ApiTokenClaims.of(token);
		Collection<GrantedAuthority> authorities = new ArrayList<>(this.authoritiesConverter.convert(claims));
		authorities.add(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.BEARER_AUTHORITY));
		BearerTokenAuthentication result = new BearerTokenAuthentication(
				new DefaultOAuth2AuthenticatedPrincipal((String) claims.get("sub"), claims, authorities),
				new OAuth2AccessToken(TokenType.BEARER, secret, null, token.expiry()), authorities);
		result.setDetails(details);
		return result;
	}

}
