package com.scalekit.spring.test.oauth2;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.server.Json;

/**
 * A token that is about to be signed.
 */
final class JsonWebToken {

	private final Map<String, @Nullable Object> header = new LinkedHashMap<>();

	private final Map<String, @Nullable Object> claims = new LinkedHashMap<>();

	private final String environmentUrl;

	private final SigningKey key;

	private Signer signer;

	JsonWebToken(String environmentUrl, SigningKey key) {
		this.environmentUrl = environmentUrl;
		this.key = key;
		this.signer = key;
		this.header.put("alg", key.algorithm());
		this.header.put("kid", key.id());
		this.header.put("typ", "JWT");
	}

	Map<String, @Nullable Object> header() {
		return this.header;
	}

	Map<String, @Nullable Object> claims() {
		return this.claims;
	}

	String environmentUrl() {
		return this.environmentUrl;
	}

	/**
	 * The key that the token should be signed with.
	 */
	SigningKey key() {
		return this.key;
	}

	long time(String claim) {
		return (this.claims.get(claim) instanceof Number seconds) ? seconds.longValue() : 0;
	}

	void signedBy(Signer signer) {
		this.signer = signer;
		this.header.put("alg", signer.algorithm());
	}

	String serialize() {
		String content = encode(Json.write(this.header)) + "." + encode(Json.write(this.claims));
		return content + "." + encode(this.signer.sign(content.getBytes(StandardCharsets.US_ASCII)));
	}

	/**
	 * Return the left half of the hash of a text, as ID tokens have it of other secrets.
	 */
	static String hash(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
			return encode(Arrays.copyOf(hash, hash.length / 2));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
