package com.scalekit.spring.webhooks;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

import javax.crypto.spec.SecretKeySpec;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Keys of signatures, from secrets such as {@code whsec_bXktc2VjcmV0}: what follows the
 * first underscore is the key in Base64.
 */
final class SecretKeys {

	static final String ALGORITHM = "HmacSHA256";

	private static final int SHORTEST_SAFE_KEY = 24;

	private static final Log logger = LogFactory.getLog(SecretKeys.class);

	private SecretKeys() {
	}

	static List<SecretKeySpec> from(Collection<? extends @Nullable String> secrets) {
		if (secrets.isEmpty()) {
			throw new InvalidSecretException("Signing secret", "is missing");
		}
		List<SecretKeySpec> keys = new ArrayList<>();
		for (String secret : secrets) {
			String subject = (secrets.size() == 1) ? "Signing secret"
					: "Signing secret " + (keys.size() + 1) + " of " + secrets.size();
			byte[] key = decode(secret, subject);
			if (key.length < SHORTEST_SAFE_KEY) {
				logger.warn(subject + " is only " + key.length + " bytes long; at least " + SHORTEST_SAFE_KEY
						+ " are recommended");
			}
			keys.add(new SecretKeySpec(key, ALGORITHM));
		}
		return List.copyOf(keys);
	}

	private static byte[] decode(@Nullable String secret, String subject) {
		if (secret == null || secret.isBlank()) {
			throw new InvalidSecretException(subject, "is blank");
		}
		int underscore = secret.indexOf('_');
		if (underscore < 0) {
			throw new InvalidSecretException(subject, "has no prefix that ends with '_'");
		}
		byte[] key;
		try {
			key = Base64.getDecoder().decode(secret.substring(underscore + 1));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidSecretException(subject, "is not Base64 after its prefix");
		}
		if (key.length == 0) {
			throw new InvalidSecretException(subject, "has nothing after its prefix");
		}
		return key;
	}

}
