package com.scalekit.spring.client;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.util.StringUtils;

import com.scalekit.spring.client.InvalidSettingsException.Violation;
import com.scalekit.spring.client.error.ScalekitTokenException;

/**
 * Checks the settings that name the environment and the client. Only what cannot be right
 * is refused, since client identifiers and client secrets are opaque. Only what is known
 * to be no secret is repeated, since settings get mixed up.
 */
final class ConnectionSettings {

	private static final Pattern URL = Pattern.compile("(?i)https?://.*");

	private static final Pattern CLIENT_ID = Pattern.compile("(skc|m2morg)_.*");

	private static final Pattern HARMLESS_CLIENT_ID = Pattern.compile("[ \"'`]*(skc|m2morg)_\\d+[ \"'`]*");

	private ConnectionSettings() {
	}

	/**
	 * Check the settings.
	 * @param environmentUrl the URL of the environment
	 * @param clientId the client identifier
	 * @param clientSecret the client secret, or {@code null} if it is supplied later
	 * @param allowInsecureHttp whether plain HTTP is allowed for any host
	 * @throws InvalidSettingsException if any of them cannot be right
	 */
	static void check(String environmentUrl, String clientId, @Nullable String clientSecret,
			boolean allowInsecureHttp) {
		Violation[] violations = Stream
			.of(environmentUrl(environmentUrl, allowInsecureHttp), clientId(clientId),
					(clientSecret != null) ? clientSecret(clientSecret, clientId) : Optional.<Violation>empty())
			.flatMap(Optional::stream)
			.map((violation) -> mask(violation, clientSecret))
			.toArray(Violation[]::new);
		if (violations.length > 0) {
			throw new InvalidSettingsException(violations);
		}
	}

	/**
	 * Check a client secret that has been supplied. One that is empty is returned, too:
	 * it is not there yet.
	 * @param clientSecret the client secret
	 * @param clientId the client identifier
	 * @return the client secret
	 * @throws ScalekitTokenException if it cannot be right
	 */
	static String requireUsable(String clientSecret, String clientId) {
		if (StringUtils.hasText(clientSecret)) {
			clientSecret(clientSecret, clientId).ifPresent((violation) -> {
				throw new ScalekitTokenException(new OAuth2Error("client_secret_unavailable"),
						"No access token for client '%s': the client secret %s. Check what supplies it"
							.formatted(clientId, violation.reason()));
			});
		}
		return clientSecret;
	}

	private static Optional<Violation> environmentUrl(String value, boolean allowInsecureHttp) {
		try {
			EnvironmentUrl.parse(value, allowInsecureHttp);
			return Optional.empty();
		}
		catch (InvalidSettingsException ex) {
			return ex.getViolations().stream().findFirst();
		}
	}

	private static Optional<Violation> clientId(String value) {
		return flaw(value).map((reason) -> new Violation("clientId", harmlessClientId(value), reason,
				"the client identifier of the API credentials, such as skc_1234"));
	}

	private static Optional<Violation> clientSecret(String value, String clientId) {
		return flaw(value).or(() -> confusion(value, clientId))
			.map((reason) -> new Violation("clientSecret", value.isBlank() ? "" : null, reason,
					"the client secret of the API credentials"));
	}

	private static Optional<String> flaw(String value) {
		return TextFlaw.of(value)
			.map(TextFlaw::reason)
			.or(() -> URL.matcher(value).matches() ? Optional.of("must not be a URL") : Optional.empty());
	}

	private static Optional<String> confusion(String clientSecret, String clientId) {
		if (CLIENT_ID.matcher(clientSecret).matches()) {
			return Optional.of("must not be a client identifier; the two may have been swapped");
		}
		return clientSecret.equals(clientId) ? Optional.of("must not be the same as the client identifier")
				: Optional.empty();
	}

	private static @Nullable String harmlessClientId(String value) {
		if (value.isBlank()) {
			return "";
		}
		boolean harmless = HARMLESS_CLIENT_ID.matcher(value).matches() || TextFlaw.isNamedPlaceholder(value);
		return harmless ? value : null;
	}

	private static Violation mask(Violation violation, @Nullable String clientSecret) {
		String value = violation.value();
		boolean secret = value != null && StringUtils.hasText(clientSecret) && value.contains(clientSecret);
		return secret ? new Violation(violation.setting(), null, violation.reason(), violation.remedy()) : violation;
	}

}
