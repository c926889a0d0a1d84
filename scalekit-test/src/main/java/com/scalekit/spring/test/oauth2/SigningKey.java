package com.scalekit.spring.test.oauth2;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A key that tokens are signed with.
 *
 * @param id the id, such as {@code snk_1234}
 * @param pair the private and the public key
 */
record SigningKey(String id, KeyPair pair) implements Signer {

	static final int KEY_SIZE = 2048;

	static final BigInteger PUBLIC_EXPONENT = BigInteger.valueOf(65_537);

	static SigningKey generate(String id) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(KEY_SIZE);
			return new SigningKey(id, generator.generateKeyPair());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return a key that is nobody's.
	 */
	static SigningKey foreign() {
		return Foreign.KEY;
	}

	@Override
	public String algorithm() {
		return "RS256";
	}

	@Override
	public byte[] sign(byte[] content) {
		try {
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(this.pair.getPrivate());
			signature.update(content);
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	boolean hasSigned(byte[] content, byte[] signature) {
		try {
			Signature verification = Signature.getInstance("SHA256withRSA");
			verification.initVerify(publicKey());
			verification.update(content);
			return verification.verify(signature);
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

	RSAPublicKey publicKey() {
		return (RSAPublicKey) this.pair.getPublic();
	}

	Map<String, String> toJwk() {
		return jwk(this.id, publicKey().getModulus(), publicKey().getPublicExponent());
	}

	static Map<String, String> jwk(String id, BigInteger modulus, BigInteger exponent) {
		Map<String, String> jwk = new LinkedHashMap<>();
		jwk.put("use", "sig");
		jwk.put("kty", "RSA");
		jwk.put("kid", id);
		jwk.put("alg", "RS256");
		jwk.put("n", encode(modulus));
		jwk.put("e", encode(exponent));
		return jwk;
	}

	private static String encode(BigInteger number) {
		byte[] bytes = number.toByteArray();
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((bytes[0] == 0) ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
	}

	@Override
	public String toString() {
		return "SigningKey[id=%s]".formatted(this.id);
	}

	private static final class Foreign {

		private static final SigningKey KEY = generate("snk_000000000000000000");

	}

}
