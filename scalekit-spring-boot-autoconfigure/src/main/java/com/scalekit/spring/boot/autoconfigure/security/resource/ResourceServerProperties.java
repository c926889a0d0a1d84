package com.scalekit.spring.boot.autoconfigure.security.resource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

import com.scalekit.spring.boot.autoconfigure.InvalidConfigurationException;
import com.scalekit.spring.client.InvalidSettingsException.Violation;

/**
 * Properties of the resource server.
 *
 * @param enabled Whether to accept access tokens of Scalekit as bearer tokens.
 * @param audiences Comma-separated list of audiences, one of which a token must have.
 * Defaults to the value of 'scalekit.client-id'.
 * @param issuers Comma-separated list of issuers to accept besides the environment.
 * @param machineTokensWithoutAudience Whether to accept tokens of programs that have no
 * audience.
 * @param clockSkew How far clocks may be apart.
 * @param jwkSet Settings of the key set.
 * @param apiTokens Settings of API tokens.
 * @param metadata Metadata of the protected resource.
 */
@ConfigurationProperties(ResourceServerProperties.PREFIX)
record ResourceServerProperties(@DefaultValue("false") boolean enabled, @DefaultValue List<String> audiences,
		@DefaultValue List<String> issuers, @DefaultValue("true") boolean machineTokensWithoutAudience,
		@DefaultValue("60s") Duration clockSkew, @DefaultValue JwkSet jwkSet, @DefaultValue ApiTokens apiTokens,
		@DefaultValue Metadata metadata) {

	static final String PREFIX = "scalekit.resource-server";

	private static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(5);

	private static final Duration MIN_JWK_SET_CACHE_TTL = Duration.ofSeconds(30);

	private static final Duration MAX_JWK_SET_CACHE_TTL = Duration.ofHours(1);

	private static final Duration MIN_REFETCH_INTERVAL = Duration.ofSeconds(1);

	private static final Duration MAX_REFETCH_INTERVAL = Duration.ofMinutes(1);

	private static final Duration MAX_API_TOKENS_CACHE_TTL = Duration.ofHours(1);

	/**
	 * Checks the settings and returns the audiences.
	 */
	List<String> audiences(@Nullable String clientId) {
		List<Violation> violations = new ArrayList<>();
		requireRange(violations, "clock-skew", this.clockSkew, Duration.ZERO, MAX_CLOCK_SKEW,
				"must be at least 0 s and at most 5 minutes", "60s");
		requireRange(violations, "jwk-set.cache-ttl", this.jwkSet.cacheTtl(), MIN_JWK_SET_CACHE_TTL,
				MAX_JWK_SET_CACHE_TTL, "must be at least 30 s and at most 1 hour", "5m");
		requireRange(violations, "jwk-set.refetch-interval", this.jwkSet.refetchInterval(), MIN_REFETCH_INTERVAL,
				MAX_REFETCH_INTERVAL, "must be at least 1 s and at most 1 minute", "10s");
		requireRange(violations, "api-tokens.cache-ttl", this.apiTokens.cacheTtl(), Duration.ZERO,
				MAX_API_TOKENS_CACHE_TTL, "must be at least 0 s and at most 1 hour", "0s");
		List<String> given = this.audiences.stream().filter(StringUtils::hasText).toList();
		if (given.isEmpty() && clientId == null) {
			violations.add(new Violation("scalekit.client-id", "", "must not be empty",
					"the client identifier, or set " + PREFIX + ".audiences to the audience of your access tokens"));
		}
		if (!violations.isEmpty()) {
			throw new InvalidConfigurationException(violations.toArray(Violation[]::new));
		}
		return (given.isEmpty() && clientId != null) ? List.of(clientId) : given;
	}

	private static void requireRange(List<Violation> violations, String name, Duration time, Duration min, Duration max,
			String reason, String example) {
		if (time.compareTo(min) < 0 || time.compareTo(max) > 0) {
			violations.add(new Violation(PREFIX + "." + name, time.toString(), reason,
					"a time in this range, such as " + example));
		}
	}

	/**
	 * Settings of the key set.
	 *
	 * @param cacheTtl How long the key set is used before it is fetched again.
	 * @param refetchInterval Time in which the key set is fetched at most twice, whatever
	 * tokens arrive.
	 */
	record JwkSet(@DefaultValue("5m") Duration cacheTtl, @DefaultValue("10s") Duration refetchInterval) {

	}

	/**
	 * Settings of API tokens.
	 *
	 * @param enabled Whether to accept API tokens of Scalekit as bearer tokens. Needs the
	 * client secret.
	 * @param cacheTtl How long a valid API token is not validated again. A token that is
	 * revoked is accepted for that time.
	 */
	record ApiTokens(@DefaultValue("false") boolean enabled, @DefaultValue("0s") Duration cacheTtl) {

	}

	/**
	 * Metadata of the protected resource, such as for MCP clients.
	 *
	 * @param authorizationServers Comma-separated list of the issuers of authorization
	 * servers.
	 * @param scopes Comma-separated list of scopes.
	 */
	record Metadata(@DefaultValue List<String> authorizationServers, @DefaultValue List<String> scopes) {

		boolean isEmpty() {
			return this.authorizationServers.isEmpty() && this.scopes.isEmpty();
		}

	}

}
