package com.scalekit.spring.test.oauth2;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.server.ApiRequest;

/**
 * What a client authenticates with: in the form, or in the header of the request.
 *
 * @param id the client id
 * @param secret the client secret
 */
record ClientCredentials(String id, String secret) {

	private static final String SCHEME = "Basic ";

	static ClientCredentials of(ApiRequest request, TokenRequest form) {
		String authorization = request.header("Authorization");
		if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			return new ClientCredentials(form.find("client_id").orElse(""), form.find("client_secret").orElse(""));
		}
		ClientCredentials credentials = decode(authorization.substring(SCHEME.length()).strip());
		if (form.find("client_secret").isPresent()) {
			throw OAuth2Exception.badRequest("invalid_request", "The client authenticates in two ways");
		}
		if (credentials == null || form.find("client_id").filter((id) -> !id.equals(credentials.id())).isPresent()) {
			throw OAuth2Exception.invalidClient();
		}
		return credentials;
	}

	private static @Nullable ClientCredentials decode(String encoded) {
		try {
			String[] pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
			return (pair.length == 2) ? new ClientCredentials(URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
					URLDecoder.decode(pair[1], StandardCharsets.UTF_8)) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	@Override
	public String toString() {
		return "ClientCredentials[id=%s]".formatted(this.id);
	}

}
