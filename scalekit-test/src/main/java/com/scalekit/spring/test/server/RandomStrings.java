package com.scalekit.spring.test.server;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Identifiers and secrets that differ from server to server.
 */
public final class RandomStrings {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int SECRET_BYTES = 32;

	private static final long SMALLEST_OF_18_DIGITS = 100_000_000_000_000_000L;

	private RandomStrings() {
	}

	/**
	 * An unguessable string of characters that need no encoding in a URL, a form or a
	 * header.
	 * @return the string
	 */
	public static String secret() {
		byte[] bytes = new byte[SECRET_BYTES];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/**
	 * A number of 18 digits, as in the ids of the service.
	 * @return the digits
	 */
	public static String digits() {
		return Long.toString(number());
	}

	/**
	 * A number of 18 digits, with room to count on from it.
	 * @return the number
	 */
	public static long number() {
		return RANDOM.nextLong(SMALLEST_OF_18_DIGITS, 9 * SMALLEST_OF_18_DIGITS);
	}

}
