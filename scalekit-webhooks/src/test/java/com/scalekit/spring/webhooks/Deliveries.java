package com.scalekit.spring.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed deliveries, made without the code under test.
 */
public final class Deliveries {

	/**
	 * A secret as the Scalekit dashboard shows it.
	 */
	public static final String SECRET = secret("0123456789abcdef0123456789abcdef");

	/**
	 * The present in tests.
	 */
	public static final Instant NOW = Instant.parse("2026-03-01T12:00:00.750Z");

	/**
	 * A clock that stands still.
	 */
	public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

	private Deliveries() {
	}

	public static String secret(String key) {
		return "whsec_" + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.ISO_8859_1));
	}

	public static WebhookSignature signature() {
		return new WebhookSignature(List.of(SECRET), Duration.ofMinutes(5), CLOCK);
	}

	public static String timestamp() {
		return String.valueOf(NOW.getEpochSecond());
	}

	public static WebhookHeaders headers(byte[] body) {
		return headers("msg_1", body);
	}

	public static WebhookHeaders headers(String id, byte[] body) {
		return new WebhookHeaders(id, timestamp(), "v1," + sign(SECRET, id, timestamp(), body));
	}

	public static String sign(String secret, String id, String timestamp, byte[] body) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(secret.indexOf('_') + 1)),
					"HmacSHA256"));
			mac.update((id + '.' + timestamp + '.').getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(mac.doFinal(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static byte[] event(String id) {
		return bytes("""
				{"id":"%s","type":"role.created","occurred_at":"2026-03-01T11:59:59Z","data":{"id":"role_1"}}"""
			.formatted(id));
	}

	public static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
