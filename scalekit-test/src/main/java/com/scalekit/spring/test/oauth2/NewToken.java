package com.scalekit.spring.test.oauth2;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A token that a test signs, as Scalekit would do it, or wrongly.
 *
 * @see AccessTokens
 */
public final class NewToken {

	private final AccessTokens tokens;

	private final Claims defaults;

	private final Map<String, @Nullable Object> claims = new LinkedHashMap<>();

	private final Map<String, @Nullable Object> header = new LinkedHashMap<>();

	private final Set<String> withoutClaims = new LinkedHashSet<>();

	private final List<BrokenToken> mistakes = new ArrayList<>();

	private Duration lifetime = AccessTokens.LIFETIME;

	private Duration delay = Duration.ZERO;

	NewToken(AccessTokens tokens, Claims defaults) {
		this.tokens = tokens;
		this.defaults = defaults;
	}

	/**
	 * Set the organization. If the user is a member of it, the token has the roles and
	 * permissions of the membership, and the external ids of both. At first there is no
	 * organization.
	 * @param organizationId the id of the organization, which need not exist
	 * @return this token
	 */
	public NewToken organization(String organizationId) {
		return claim("oid", organizationId);
	}

	/**
	 * Set the session. At first it is one that does not exist.
	 * @param sessionId the id of the session
	 * @return this token
	 */
	public NewToken session(String sessionId) {
		return claim("sid", sessionId);
	}

	/**
	 * Add roles, instead of those of the membership.
	 * @param names the names of the roles
	 * @return this token
	 */
	public NewToken role(String... names) {
		return add("roles", names);
	}

	/**
	 * Add permissions, instead of those of the membership.
	 * @param names the names of the permissions
	 * @return this token
	 */
	public NewToken permission(String... names) {
		return add("permissions", names);
	}

	/**
	 * Add scopes, in the claim {@code scopes}.
	 * @param names the names of the scopes
	 * @return this token
	 */
	public NewToken scope(String... names) {
		return add("scopes", names);
	}

	/**
	 * Add audiences. Without any, a user's token is for the client of the environment,
	 * and a machine's token has no audience.
	 * @param audiences the audiences
	 * @return this token
	 */
	public NewToken audience(String... audiences) {
		return add("aud", audiences);
	}

	private NewToken add(String claim, String... values) {
		List<Object> all = new ArrayList<>();
		if (this.claims.get(claim) instanceof Collection<?> present) {
			all.addAll(present);
		}
		all.addAll(Arrays.asList(values));
		return claim(claim, all);
	}

	/**
	 * Set a claim, whatever it is, which replaces what the token would have otherwise.
	 * @param name the name of the claim
	 * @param value the value, as JSON is made of it
	 * @return this token
	 */
	public NewToken claim(String name, @Nullable Object value) {
		this.claims.put(name, value);
		this.withoutClaims.remove(name);
		return this;
	}

	/**
	 * Leave a claim out.
	 * @param name the name of the claim
	 * @return this token
	 */
	public NewToken withoutClaim(String name) {
		this.claims.remove(name);
		this.withoutClaims.add(name);
		return this;
	}

	/**
	 * Set a member of the header, such as {@code typ}.
	 * @param name the name
	 * @param value the value, or {@code null} to leave it out
	 * @return this token
	 */
	public NewToken header(String name, @Nullable Object value) {
		this.header.put(name, value);
		return this;
	}

	/**
	 * Set how long the token is valid. At first that is 5 minutes.
	 * @param lifetime the time from now on, negative for a token that has expired
	 * @return this token
	 */
	public NewToken expiresIn(Duration lifetime) {
		this.lifetime = lifetime;
		return this;
	}

	/**
	 * Set when the token begins to be valid. At first that is when it is signed.
	 * @param delay the time from now on
	 * @return this token
	 */
	public NewToken validIn(Duration delay) {
		this.delay = delay;
		return this;
	}

	/**
	 * Tie an ID token to the access token and the code that it was issued with. At first
	 * it is tied to others.
	 * @param accessToken the access token
	 * @param code the code
	 * @return this token
	 */
	public NewToken issuedWith(String accessToken, String code) {
		return claim("at_hash", JsonWebToken.hash(accessToken)).claim("c_hash", JsonWebToken.hash(code));
	}

	/**
	 * Let the token be wrong, after all that was set. <pre class="code">
	 * server.accessTokens().user(userId).broken(BrokenToken.WRONG_ISSUER).sign();
	 * </pre>
	 * @param mistake what is wrong with the token
	 * @return this token
	 */
	public NewToken broken(BrokenToken mistake) {
		this.mistakes.add(mistake);
		return this;
	}

	/**
	 * Sign the token, with the current key and the time of the server's clock.
	 * @return the token, as it is sent in a header
	 */
	public String sign() {
		return this.tokens.sign(this);
	}

	@Nullable String text(String claim) {
		return (this.claims.get(claim) instanceof String text) ? text : null;
	}

	/**
	 * Fill in a token. What has expired was issued before.
	 */
	void fill(JsonWebToken token, Instant now) {
		Instant expiry = now.truncatedTo(ChronoUnit.SECONDS).plus(this.lifetime);
		Instant issued = (!this.lifetime.isNegative()) ? now : expiry.minus(AccessTokens.LIFETIME);
		Map<String, @Nullable Object> claims = token.claims();
		claims.put("iss", token.environmentUrl());
		claims.put("iat", issued.getEpochSecond());
		claims.put("nbf", issued.plus(this.delay).getEpochSecond());
		claims.put("exp", expiry.getEpochSecond());
		claims.putAll(this.defaults.of(this));
		claims.putAll(this.claims);
		claims.keySet().removeAll(this.withoutClaims);
		this.header.forEach((name, value) -> {
			if (value != null) {
				token.header().put(name, value);
			}
			else {
				token.header().remove(name);
			}
		});
		this.mistakes.forEach((mistake) -> mistake.breakToken(token));
	}

	/**
	 * What a token has unless a test says otherwise.
	 */
	interface Claims {

		Map<String, ? extends @Nullable Object> of(NewToken token);

	}

}
