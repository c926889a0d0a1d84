package com.scalekit.spring.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Reads the URL of an environment as it is found in dashboards, environment variables and
 * examples: with or without a scheme, with or without a trailing slash.
 */
final class EnvironmentUrl {

	private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://.*");

	private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

	private EnvironmentUrl() {
	}

	/**
	 * Read an environment URL.
	 * @param value the URL
	 * @param allowInsecureHttp whether plain HTTP is allowed for any host, not only for
	 * this machine
	 * @return the origin of the environment, without a trailing slash
	 * @throws IllegalArgumentException if the value is not the URL of an environment; the
	 * message contains it unless it may hold credentials
	 */
	static URI parse(String value, boolean allowInsecureHttp) {
		Assert.hasText(value, "The environment URL must not be empty");
		URI uri = uri(SCHEME.matcher(value).matches() ? value : "https://" + value);
		check(uri.getRawUserInfo() == null, "must not contain credentials", "the URL");
		check(uri.getHost() != null, "must name a host", value);
		check(!StringUtils.hasText(StringUtils.trimTrailingCharacter(uri.getRawPath(), '/')), "must not have a path",
				value);
		check(uri.getRawQuery() == null && uri.getRawFragment() == null, "must not have a query or a fragment", value);
		String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
		String host = uri.getHost().toLowerCase(Locale.ROOT);
		check(scheme.equals("https") || scheme.equals("http"), "must be an https URL", value);
		check(scheme.equals("https") || allowInsecureHttp || LOOPBACK.matcher(host).matches(),
				"must be an https URL, since client secret and access token would be sent unprotected", value);
		return URI.create(scheme + "://" + host + ((uri.getPort() != -1) ? ":" + uri.getPort() : ""));
	}

	private static URI uri(String value) {
		try {
			return new URI(value);
		}
		catch (URISyntaxException ex) {
			throw new IllegalArgumentException("The environment URL is malformed at index " + ex.getIndex());
		}
	}

	private static void check(boolean condition, String rule, String value) {
		Assert.isTrue(condition, () -> "The environment URL %s: %s".formatted(rule, value));
	}

}
