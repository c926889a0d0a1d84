package com.scalekit.spring.benchmarks.webhooks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import com.scalekit.spring.webhooks.WebhookHeaders;
import com.scalekit.spring.webhooks.WebhookSignature;

/**
 * A signed delivery of an event.
 *
 * @param id the identifier of the delivery
 * @param timestamp the time
 * @param signature the signature
 * @param body the body
 */
public record Delivery(String id, String timestamp, String signature, byte[] body) {

	/**
	 * The key that signs deliveries, in Base64.
	 */
	static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

	/**
	 * The secret that signs deliveries.
	 */
	public static final String SECRET = "whsec_" + KEY;

	/**
	 * Create a delivery that is sent now.
	 * @param number what distinguishes its event from others
	 * @param size the size of its body
	 * @return the delivery
	 */
	public static Delivery create(int number, int size) {
		String event = """
				{"id":"evt_%d","type":"organization.created","occurred_at":"2026-03-01T11:59:59.123456789Z",\
				"environment_id":"env_1","organization_id":"org_1","data":{"id":"org_1","display_name":"Acme",\
				"external_id":"tenant-1","region_code":"US","create_time":"2026-03-01T11:59:59.123456789Z",\
				"metadata":{"plan":"%s"}}}""";
		String padding = "x".repeat(size - event.formatted(number, "").length());
		byte[] body = event.formatted(number, padding).getBytes(StandardCharsets.UTF_8);
		WebhookHeaders headers = new WebhookSignature(List.of(SECRET)).sign("msg_" + number, body);
		return new Delivery("msg_" + number, Objects.requireNonNull(headers.timestamp()),
				Objects.requireNonNull(headers.signature()), body);
	}

}
