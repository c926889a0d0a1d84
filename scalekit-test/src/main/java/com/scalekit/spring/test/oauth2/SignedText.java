package com.scalekit.spring.test.oauth2;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.Json;

/**
 * A token that came back.
 *
 * @param header the header
 * @param claims the claims
 * @param content what is signed
 * @param signature the signature
 */
record SignedText(ObjectNode header, ObjectNode claims, byte[] content, byte[] signature) {

	private static final int PARTS = 3;

	static Optional<SignedText> parse(String token) {
		String[] parts = token.split("\\.", -1);
		if (parts.length != PARTS) {
			return Optional.empty();
		}
		try {
			return Optional.of(new SignedText(Json.readObject(decode(parts[0])), Json.readObject(decode(parts[1])),
					(parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII), decode(parts[2])));
		}
		catch (IllegalArgumentException | ApiException ex) {
			return Optional.empty();
		}
	}

	private static byte[] decode(String part) {
		return Base64.getUrlDecoder().decode(part);
	}

	String keyId() {
		return this.header.path("kid").stringValue("");
	}

	boolean isSignedBy(SigningKey key) {
		return key.algorithm().equals(this.header.path("alg").stringValue(""))
				&& key.hasSigned(this.content, this.signature);
	}

}
