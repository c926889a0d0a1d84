package com.scalekit.spring.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import com.scalekit.spring.client.InvalidSettingsException.Violation;

/**
 * Reads the URL of an environment as it is found in dashboards, environment variables and
 * examples: with or without a scheme, with or without a trailing slash.
 */
final class EnvironmentUrl {

	private static final String REMEDY = "the URL of the environment, such as https://acme.scalekit.com";

	private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://.*");

	private static final String BROKEN_SCHEME = "(?i)https?(:|/).*";

	private static final Pattern PLACEHOLDER = Pattern.compile("[<>{}]");

	private static final String LOOPBACK = "localhost|127(\\.\\d{1,3}){3}|\\[::1]";

	private static final String PADDING = "^[\\s\"'`]+|[\\s\"'`]+$";

	/**
	 * What looks like a URL or a host, and so is neither a client secret nor a password.
	 */
	private static final String HARMLESS = "[ \"'`]*([A-Za-z][A-Za-z0-9+.-]*://(?![^/?#]*_)|[A-Za-z0-9-]+\\.)[ -~&&[^@]]*";

	private static final String QUERY = "([?#]).*";

	private static final int MAX_PORT = 65535;

	private final String value;

	private final boolean allowInsecureHttp;

	private EnvironmentUrl(String value, boolean allowInsecureHttp) {
		this.value = value;
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
		return new EnvironmentUrl(value, allowInsecureHttp).parse();
	}

	private URI parse() {
		String flaw = TextFlaw.find(this.value);
		if (flaw != null) {
			throw invalid(flaw, remedyWithoutPadding());
		}
		check(!PLACEHOLDER.matcher(this.value).find(), "must not contain a placeholder", REMEDY);
		URI uri = uri();
		check(uri.getHost() != null, "must name a host", REMEDY);
		check(uri.getPort() <= MAX_PORT, "must not have a port beyond " + MAX_PORT, REMEDY);
		String remedy = remedy(uri);
		check(uri.getRawUserInfo() == null, "must not contain credentials", remedy);
		check(!StringUtils.hasText(StringUtils.trimTrailingCharacter(uri.getRawPath(), '/')), "must not have a path",
				remedy);
		check(uri.getRawQuery() == null && uri.getRawFragment() == null, "must not have a query or a fragment", remedy);
		check(isScheme(uri, "https") || isScheme(uri, "http"), "must be an https URL", remedy);
		check(isUsable(uri), "must be an https URL, since client secret and access token would be sent unprotected",
				remedy + ", or allow insecure HTTP with scalekit.allow-insecure-http");
		return URI.create(origin(uri.getScheme(), uri));
	}

	private URI uri() {
		boolean complete = SCHEME.matcher(this.value).matches();
		check(complete || !this.value.matches(BROKEN_SCHEME), "must begin with https://", REMEDY);
		try {
			return new URI(complete ? this.value : "https://" + this.value);
		}
		catch (URISyntaxException ex) {
			throw invalid("must be a well-formed URL", REMEDY);
		}
	}

	private boolean isUsable(URI uri) {
		return isScheme(uri, "https") || isScheme(uri, "http")
				&& (this.allowInsecureHttp || uri.getHost().toLowerCase(Locale.ROOT).matches(LOOPBACK));
	}

	private static boolean isScheme(URI uri, String scheme) {
		return scheme.equalsIgnoreCase(uri.getScheme());
	}

	private static String origin(String scheme, URI uri) {
		return (scheme + "://" + uri.getHost() + ((uri.getPort() != -1) ? ":" + uri.getPort() : ""))
			.toLowerCase(Locale.ROOT);
	}

	private String remedy(URI uri) {
		boolean certain = this.value.lastIndexOf('@') <= this.value.indexOf(uri.getHost());
		return certain ? origin(isUsable(uri) ? uri.getScheme() : "https", uri) : REMEDY;
	}

	private String remedyWithoutPadding() {
		String text = this.value.replaceAll(PADDING, "");
		try {
			return text.equals(this.value) ? REMEDY : parse(text, this.allowInsecureHttp).toString();
		}
		catch (InvalidSettingsException ex) {
			return REMEDY;
		}
	}

	private void check(boolean condition, String reason, String remedy) {
		if (!condition) {
			throw invalid(reason, remedy);
		}
	}

	private InvalidSettingsException invalid(String reason, String remedy) {
		return new InvalidSettingsException(new Violation("environmentUrl", harmlessValue(), reason, remedy));
	}

	private @Nullable String harmlessValue() {
		if (this.value.isBlank()) {
			return "";
		}
		boolean harmless = this.value.matches(HARMLESS) || TextFlaw.isNamedPlaceholder(this.value);
		return harmless ? this.value.replaceFirst(QUERY, "$1...") : null;
	}

}
