package com.scalekit.spring.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import com.scalekit.spring.client.InvalidSettingsException.Violation;

/**
 * Checks the settings that name the environment and the client. Client identifiers and
 * client secrets are opaque, so they only have to be there.
 */
final class ConnectionSettings {

	private static final Pattern UNRESOLVED = Pattern.compile("\\$\\{[^{}]*}");

	private ConnectionSettings() {
	}

	/**
	 * Check the settings.
	 * @param environmentUrl the URL of the environment
	 * @param clientId the client identifier
	 * @param clientSecret the client secret, or {@code null} if it is supplied later
	 * @param allowInsecureHttp whether plain HTTP is allowed for any host
	 * @return the origin of the environment
	 * @throws InvalidSettingsException if any of them cannot be right
	 */
	static URI check(String environmentUrl, String clientId, @Nullable String clientSecret, boolean allowInsecureHttp) {
		List<Violation> violations = new ArrayList<>();
		URI origin = null;
		try {
			origin = EnvironmentUrl.parse(environmentUrl, allowInsecureHttp);
		}
		catch (InvalidSettingsException ex) {
			violations.addAll(ex.getViolations());
		}
		checkCredential("clientId", clientId, clientId,
				"the client identifier of the API credentials, such as skc_1234", violations);
		if (clientSecret != null) {
			checkCredential("clientSecret", clientSecret, null, "the client secret of the API credentials", violations);
		}
		if (origin == null || !violations.isEmpty()) {
			throw new InvalidSettingsException(
					violations.stream().map((violation) -> mask(violation, clientSecret)).toArray(Violation[]::new));
		}
		return origin;
	}

	private static void checkCredential(String setting, String value, @Nullable String printableValue, String remedy,
			List<Violation> violations) {
		if (value.isBlank()) {
			violations.add(new Violation(setting, "", "must not be empty", remedy));
		}
		else if (isUnresolved(value)) {
			violations
				.add(new Violation(setting, printableValue, "must not be a placeholder that nothing resolves", remedy));
		}
	}

	/**
	 * Whether a value is a property placeholder.
	 */
	static boolean isUnresolved(String value) {
		return UNRESOLVED.matcher(value).matches();
	}

	/**
	 * A secret that stands in the wrong place is not repeated.
	 */
	private static Violation mask(Violation violation, @Nullable String clientSecret) {
		String value = violation.value();
		boolean secret = value != null && StringUtils.hasText(clientSecret) && value.contains(clientSecret);
		return secret ? new Violation(violation.setting(), null, violation.reason(), violation.remedy()) : violation;
	}

}
