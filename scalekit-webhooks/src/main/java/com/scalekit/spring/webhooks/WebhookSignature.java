package com.scalekit.spring.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.StringTokenizer;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.webhooks.WebhookRefusedException.Reason;

/**
 * Verifies the signature of what Scalekit sends, which is that of
 * <a href="https://www.standardwebhooks.com">Standard Webhooks</a>: an HMAC-SHA256 of
 * identifier, timestamp and body. Immutable and thread-safe.
 * <p>
 * Several secrets may be given while one replaces the other. A delivery is accepted if
 * any of its signatures matches any of them.
 */
public final class WebhookSignature {

	/**
	 * How far a timestamp may be from the present unless another tolerance is given.
	 */
	public static final Duration DEFAULT_TOLERANCE = Duration.ofMinutes(5);

	private static final String VERSION = "v1,";

	private static final int MAX_HEADER_LENGTH = 4096;

	private static final int MAX_SIGNATURES = 16;

	private static final int MAX_ID_LENGTH = 255;

	private static final int MAX_TIMESTAMP_DIGITS = 12;

	private final List<SecretKeySpec> keys;

	private final Duration tolerance;

	private final Clock clock;

	/**
	 * Creates a signature with the default tolerance.
	 * @param secrets the signing secrets, such as {@code whsec_bXktc2VjcmV0}
	 * @throws InvalidSecretException if there is no secret, or if one cannot be right
	 */
	public WebhookSignature(Collection<String> secrets) {
		this(secrets, DEFAULT_TOLERANCE, Clock.systemUTC());
	}

	/**
	 * Creates a signature.
	 * @param secrets the signing secrets, such as {@code whsec_bXktc2VjcmV0}
	 * @param tolerance how far a timestamp may be from the present, in the past and in
	 * the future
	 * @param clock the present
	 * @throws InvalidSecretException if there is no secret, or if one cannot be right
	 */
	public WebhookSignature(Collection<String> secrets, Duration tolerance, Clock clock) {
		Assert.notNull(secrets, "'secrets' must not be null");
		Assert.isTrue(tolerance != null && !tolerance.isNegative(), "'tolerance' must not be negative");
		Assert.notNull(clock, "'clock' must not be null");
		this.keys = SecretKeys.from(secrets);
		this.tolerance = tolerance;
		this.clock = clock;
	}

	/**
	 * Verifies a delivery.
	 * @param headers the headers
	 * @param body the body, byte by byte as it was received
	 * @throws WebhookRefusedException if the delivery is not signed with one of the
	 * secrets, or at another time
	 */
	public void verify(WebhookHeaders headers, byte[] body) {
		Assert.notNull(headers, "'headers' must not be null");
		Assert.notNull(body, "'body' must not be null");
		String id = identifier(headers.id());
		String timestamp = present(headers.timestamp());
		String signatures = present(headers.signature());
		verifyTime(timestamp);
		if (!matches(candidates(signatures), id, timestamp, body)) {
			throw new WebhookRefusedException(Reason.SIGNATURE);
		}
	}

	/**
	 * Signs a delivery with the first secret, as Scalekit does. For tests.
	 * @param id the identifier of the delivery
	 * @param body the body
	 * @return the headers
	 */
	public WebhookHeaders sign(String id, byte[] body) {
		Assert.notNull(body, "'body' must not be null");
		String timestamp = Long.toString(this.clock.instant().getEpochSecond());
		byte[] code = code(this.keys.get(0), identifier(id), timestamp, body);
		return new WebhookHeaders(id, timestamp, VERSION + Base64.getEncoder().encodeToString(code));
	}

	private static String present(@Nullable String header) {
		if (header == null || header.isBlank() || header.length() > MAX_HEADER_LENGTH) {
			throw new WebhookRefusedException(Reason.HEADERS);
		}
		return header;
	}

	/**
	 * Identifier, timestamp and body are joined by dots, and a body may contain dots. An
	 * identifier without quotation marks cannot end inside a JSON object.
	 */
	private static String identifier(@Nullable String header) {
		String id = present(header);
		if (id.length() > MAX_ID_LENGTH || !id.chars().allMatch((c) -> c > ' ' && c <= '~' && c != '"')) {
			throw new WebhookRefusedException(Reason.HEADERS);
		}
		return id;
	}

	private void verifyTime(String timestamp) {
		if (timestamp.length() > MAX_TIMESTAMP_DIGITS || !timestamp.chars().allMatch((c) -> c >= '0' && c <= '9')) {
			throw new WebhookRefusedException(Reason.TIMESTAMP);
		}
		long age = this.clock.instant().getEpochSecond() - Long.parseLong(timestamp);
		if (Math.abs(age) > this.tolerance.toSeconds()) {
			throw new WebhookRefusedException(Reason.TOLERANCE);
		}
	}

	private static List<byte[]> candidates(String signatures) {
		StringTokenizer entries = new StringTokenizer(signatures, " ");
		if (entries.countTokens() > MAX_SIGNATURES) {
			throw new WebhookRefusedException(Reason.HEADERS);
		}
		List<byte[]> candidates = new ArrayList<>();
		while (entries.hasMoreTokens()) {
			String entry = entries.nextToken();
			if (entry.startsWith(VERSION)) {
				decode(entry.substring(VERSION.length()), candidates);
			}
		}
		return candidates;
	}

	private static void decode(String signature, List<byte[]> candidates) {
		try {
			candidates.add(Base64.getDecoder().decode(signature));
		}
		catch (IllegalArgumentException ex) {
			// One that cannot be read matches nothing; the others may
		}
	}

	/**
	 * Compares all signatures with all keys, so that the time it takes tells nothing.
	 */
	private boolean matches(List<byte[]> candidates, String id, String timestamp, byte[] body) {
		boolean matches = false;
		for (SecretKeySpec key : this.keys) {
			byte[] code = code(key, id, timestamp, body);
			for (byte[] candidate : candidates) {
				matches |= MessageDigest.isEqual(code, candidate);
			}
		}
		return matches;
	}

	private static byte[] code(SecretKeySpec key, String id, String timestamp, byte[] body) {
		try {
			Mac mac = Mac.getInstance(SecretKeys.ALGORITHM);
			mac.init(key);
			mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.US_ASCII));
			return mac.doFinal(body);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HMAC-SHA256 is not available", ex);
		}
	}

}
