package com.scalekit.spring.test.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that requests are signed with. What is signed is the id, the timestamp and the
 * body, with dots between them.
 */
final class SigningKey {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int BYTES = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final String secret;

	private final byte[] key;

	private SigningKey(String secret, byte[] key) {
		this.secret = secret;
		this.key = key;
	}

	static SigningKey random() {
		byte[] key = new byte[BYTES];
		RANDOM.nextBytes(key);
		return new SigningKey("whsec_" + Base64.getEncoder().encodeToString(key), key);
	}

	static SigningKey of(String secret) {
		byte[] key = decode(secret);
		if (key.length == 0) {
			throw new IllegalArgumentException("A secret is a prefix such as 'whsec_', and a key in base64");
		}
		return new SigningKey(secret, key);
	}

	private static byte[] decode(String secret) {
		try {
			return Base64.getDecoder().decode(secret.substring(secret.indexOf('_') + 1));
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

	String secret() {
		return this.secret;
	}

	String sign(String id, String timestamp, byte[] body) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(this.key, ALGORITHM));
			mac.update("%s.%s.".formatted(id, timestamp).getBytes(StandardCharsets.UTF_8));
			return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof SigningKey that && Arrays.equals(this.key, that.key);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.key);
	}

	@Override
	public String toString() {
		return "SigningKey[***]";
	}

}
