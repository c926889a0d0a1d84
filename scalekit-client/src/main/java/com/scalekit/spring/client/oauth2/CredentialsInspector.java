package com.scalekit.spring.client.oauth2;

import java.util.regex.Pattern;

import org.springframework.security.oauth2.client.registration.ClientRegistration;

/**
 * Inspects credentials that the token endpoint has refused for common mistakes. It is
 * only asked afterwards, since credentials are opaque.
 */
final class CredentialsInspector {

	private static final Pattern CLIENT_ID = Pattern.compile("(skc|m2morg)_.*", Pattern.DOTALL);

	private static final Pattern QUOTED = Pattern.compile("([\"'`]).*\\1", Pattern.DOTALL);

	private static final Pattern PLACEHOLDER = Pattern.compile("<.*>|\\{.*}|(?i:your[-_ ].*)");

	private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

	private final String clientId;

	private final String clientSecret;

	CredentialsInspector(ClientRegistration registration) {
		this.clientId = registration.getClientId();
		this.clientSecret = registration.getClientSecret();
	}

	/**
	 * The client identifier, unless it may be the secret because the two were swapped.
	 */
	String printableClientId() {
		return CLIENT_ID.matcher(this.clientId).matches() ? this.clientId : "******";
	}

	/**
	 * A sentence about each mistake that has probably been made.
	 */
	String suspicions() {
		String swapped = CLIENT_ID.matcher(this.clientSecret).matches()
				? ". The client secret looks like a client identifier: the two may have been swapped" : "";
		return swapped + suspicion("client identifier", this.clientId) + suspicion("client secret", this.clientSecret);
	}

	private static String suspicion(String name, String value) {
		if (!value.equals(value.strip())) {
			return ". The " + name + " begins or ends with whitespace";
		}
		if (QUOTED.matcher(value).matches()) {
			return ". The " + name + " is enclosed in quotation marks";
		}
		if (PLACEHOLDER.matcher(value).matches()) {
			return ". The " + name + " looks like a placeholder";
		}
		return PRINTABLE.matcher(value).matches() ? "" : ". The " + name + " contains unprintable characters";
	}

}
