package com.scalekit.spring.test.oauth2;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs tokens with algorithms that the service does not use.
 */
final class ForgedSigner {

	private ForgedSigner() {
	}

	/**
	 * Sign with nothing.
	 */
	static Signer none() {
		return signer("none", (content) -> new byte[0]);
	}

	/**
	 * Sign with what everybody knows, as if the public key were a secret.
	 */
	static Signer hs256(PublicKey key) {
		String pem = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
			.formatted(Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(key.getEncoded()));
		return signer("HS256", (content) -> {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(pem.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
			return mac.doFinal(content);
		});
	}

	/**
	 * Sign with a key of another kind.
	 */
	static Signer es256() {
		return signer("ES256", (content) -> {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
			signature.initSign(generator.generateKeyPair().getPrivate());
			signature.update(content);
			return signature.sign();
		});
	}

	private static Signer signer(String algorithm, SignatureFunction function) {
		return new Signer() {

			@Override
			public String algorithm() {
				return algorithm;
			}

			@Override
			public byte[] sign(byte[] content) {
				try {
					return function.sign(content);
				}
				catch (GeneralSecurityException ex) {
					throw new IllegalStateException(ex);
				}
			}

		};
	}

	private interface SignatureFunction {

		byte[] sign(byte[] content) throws GeneralSecurityException;

	}

}
