package com.scalekit.spring.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import com.scalekit.spring.client.InvalidSettingsException.Violation;

/**
 * Reads the URL of an environment as it is found in dashboards, environment variables and
 * examples: with or without a scheme, with or without a trailing slash.
 */
final class EnvironmentUrl {

	private static final String REMEDY = "the URL of the environment, such as https://acme.scalekit.com";

	private static final String LOOPBACK = "localhost|127(\\.\\d{1,3}){3}|\\[::1]";

	private static final int MAX_PORT = 65535;

	private final URI uri;

	private final boolean allowInsecureHttp;

	private EnvironmentUrl(URI uri, boolean allowInsecureHttp) {
		this.uri = uri;
		this.allowInsecureHttp = allowInsecureHttp;
	}

	/**
	 * Read an environment URL.
	 * @param value the URL
	 * @param allowInsecureHttp whether plain HTTP is allowed for any host, not only for
	 * this machine
	 * @return the origin of the environment, without a trailing slash
	 * @throws InvalidSettingsException if the value is not the URL of an environment; the
	 * message contains it unless it may hold credentials
	 */
	static URI parse(String value, boolean allowInsecureHttp) {
		check(!value.isBlank(), "must not be empty", "", REMEDY);
		check(!value.contains("${"), "must not be a placeholder that nothing resolves",
				ConnectionSettings.isUnresolved(value) ? value : null, REMEDY);
		try {
			return new EnvironmentUrl(new URI(value.contains(":/") ? value : "https://" + value), allowInsecureHttp)
				.origin();
		}
		catch (URISyntaxException ex) {
			throw invalid("must be a well-formed URL", null, REMEDY);
		}
	}

	private URI origin() {
		check(this.uri.getHost() != null, "must name a host", null, REMEDY);
		check(this.uri.getPort() != 0 && this.uri.getPort() <= MAX_PORT, "must have a port from 1 to " + MAX_PORT, null,
				REMEDY);
		check(this.uri.getRawUserInfo() == null, "must not contain credentials", null, REMEDY);
		String origin = origin(isUsable() ? this.uri.getScheme() : "https");
		// what is before an @ may be a password, whatever the syntax makes of it
		boolean harmless = !this.uri.toString().contains("@");
		String remedy = harmless ? origin : REMEDY;
		check(this.uri.getRawQuery() == null && this.uri.getRawFragment() == null,
				"must not have a query or a fragment", null, remedy);
		check(!StringUtils.hasText(StringUtils.trimTrailingCharacter(this.uri.getRawPath(), '/')),
				"must not have a path", harmless ? this.uri.toString() : null, remedy);
		check(isScheme("https") || isScheme("http"), "must be an https URL", this.uri.toString(), remedy);
		check(isUsable(), "must be an https URL, since client secret and access token would be sent unprotected",
				this.uri.toString(), remedy + ", or allow insecure HTTP with scalekit.allow-insecure-http");
		return URI.create(origin);
	}

	private boolean isUsable() {
		return isScheme("https") || isScheme("http")
				&& (this.allowInsecureHttp || this.uri.getHost().toLowerCase(Locale.ROOT).matches(LOOPBACK));
	}

	private boolean isScheme(String scheme) {
		return scheme.equalsIgnoreCase(this.uri.getScheme());
	}

	private String origin(String scheme) {
		return (scheme + "://" + this.uri.getHost() + ((this.uri.getPort() != -1) ? ":" + this.uri.getPort() : ""))
			.toLowerCase(Locale.ROOT);
	}

	private static void check(boolean condition, String reason, @Nullable String value, String remedy) {
		if (!condition) {
			throw invalid(reason, value, remedy);
		}
	}

	private static InvalidSettingsException invalid(String reason, @Nullable String value, String remedy) {
		return new InvalidSettingsException(new Violation("environmentUrl", value, reason, remedy));
	}

}
