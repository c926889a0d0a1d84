package com.scalekit.spring.test.oauth2;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.TestClient;

/**
 * A token as an application reads it.
 */
public record ParsedToken(JsonNode header, JsonNode claims, byte[] content, byte[] signature) {

	public static ParsedToken parse(String token) {
		String[] parts = token.split("\\.", -1);
		if (parts.length != 3) {
			throw new IllegalArgumentException("No signed token: " + token);
		}
		return new ParsedToken(json(parts[0]), json(parts[1]),
				(parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII), decode(parts[2]));
	}

	private static JsonNode json(String part) {
		return TestClient.json(new String(decode(part), StandardCharsets.UTF_8));
	}

	private static byte[] decode(String part) {
		return Base64.getUrlDecoder().decode(part);
	}

	public String text(String claim) {
		return this.claims.get(claim).stringValue();
	}

	public long time(String claim) {
		return this.claims.get(claim).longValue();
	}

	/**
	 * Whether a key of the set has the id that the header names, and has signed the token
	 * with RS256.
	 */
	public boolean isSignedBy(JsonNode keySet) {
		return keySet.get("keys")
			.values()
			.stream()
			.filter((key) -> key.get("kid").equals(this.header.get("kid")))
			.anyMatch(this::isSignedByKey);
	}

	private boolean isSignedByKey(JsonNode key) {
		try {
			PublicKey publicKey = KeyFactory.getInstance("RSA")
				.generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
			Signature verification = Signature.getInstance("SHA256withRSA");
			verification.initVerify(publicKey);
			verification.update(this.content);
			return this.signature.length == 256 && verification.verify(this.signature);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static BigInteger number(JsonNode key, String member) {
		return new BigInteger(1, decode(key.get(member).stringValue()));
	}

}
