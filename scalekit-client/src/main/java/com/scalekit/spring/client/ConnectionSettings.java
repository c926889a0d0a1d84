package com.scalekit.spring.client;

import java.util.ArrayList;
import java.util.List;

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
		List<Violation> violations = new ArrayList<>();
		checkEnvironmentUrl(environmentUrl, allowInsecureHttp, violations);
		checkClientId(clientId, violations);
		if (clientSecret != null) {
			checkClientSecret(clientSecret, clientId, violations);
		}
		if (!violations.isEmpty()) {
			throw new InvalidSettingsException(
					violations.stream().map((violation) -> mask(violation, clientSecret)).toArray(Violation[]::new));
		}
	}

	private static void checkEnvironmentUrl(String value, boolean allowInsecureHttp, List<Violation> violations) {
		try {
			EnvironmentUrl.parse(value, allowInsecureHttp);
		}
		catch (InvalidSettingsException ex) {
			violations.addAll(ex.getViolations());
		}
	}

	private static void checkClientId(String value, List<Violation> violations) {
		String flaw = findFlaw(value);
		if (flaw != null) {
			violations.add(new Violation("clientId", harmlessClientId(value), flaw,
					"the client identifier of the API credentials, such as skc_1234"));
		}
	}

	private static void checkClientSecret(String value, String clientId, List<Violation> violations) {
		String flaw = findSecretFlaw(value, clientId);
		if (flaw != null) {
			violations.add(new Violation("clientSecret", value.isBlank() ? "" : null, flaw,
					"the client secret of the API credentials"));
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
		String flaw = StringUtils.hasText(clientSecret) ? findSecretFlaw(clientSecret, clientId) : null;
		if (flaw != null) {
			throw new ScalekitTokenException(new OAuth2Error("client_secret_unavailable"),
					"No access token for client '%s': the client secret %s. Check what supplies it".formatted(clientId,
							flaw));
		}
		return clientSecret;
	}

	private static @Nullable String findSecretFlaw(String value, String clientId) {
		String flaw = findFlaw(value);
		return (flaw != null) ? flaw : findConfusion(value, clientId);
	}

	private static @Nullable String findFlaw(String value) {
		if (value.startsWith("https://") || value.startsWith("http://")) {
			return "must not be a URL";
		}
		return TextFlaw.find(value);
	}

	private static @Nullable String findConfusion(String clientSecret, String clientId) {
		if (clientSecret.startsWith("skc_") || clientSecret.startsWith("m2morg_")) {
			return "must not be a client identifier; the two may have been swapped";
		}
		return clientSecret.equals(clientId) ? "must not be the same as the client identifier" : null;
	}

	private static @Nullable String harmlessClientId(String value) {
		if (value.isBlank()) {
			return "";
		}
		boolean harmless = value.matches("[ \"'`]*(skc|m2morg)_\\d+[ \"'`]*") || TextFlaw.isNamedPlaceholder(value);
		return harmless ? value : null;
	}

	private static Violation mask(Violation violation, @Nullable String clientSecret) {
		String value = violation.value();
		boolean secret = value != null && StringUtils.hasText(clientSecret) && value.contains(clientSecret);
		return secret ? new Violation(violation.setting(), null, violation.reason(), violation.remedy()) : violation;
	}

}
