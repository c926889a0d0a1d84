package com.scalekit.spring.benchmarks.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;

import com.scalekit.spring.webhooks.InMemoryWebhookInbox;
import com.scalekit.spring.webhooks.WebhookHeaders;
import com.scalekit.spring.webhooks.WebhookOutcome;
import com.scalekit.spring.webhooks.WebhookReceiver;
import com.scalekit.spring.webhooks.WebhookRefusedException;
import com.scalekit.spring.webhooks.WebhookSignature;
import com.scalekit.spring.webhooks.events.OrganizationEvent;

/**
 * What is compared.
 */
public enum Check {

	/**
	 * A check of the signature as it is written by hand.
	 */
	HANDWRITTEN("(a) hand-written HmacSHA256") {

		@Override
		Predicate<Delivery> create() {
			SecretKeySpec key = new SecretKeySpec(Base64.getDecoder().decode(Delivery.KEY), "HmacSHA256");
			return (delivery) -> isSigned(delivery, key);
		}

	},

	/**
	 * The check of the reference library of Standard Webhooks.
	 */
	STANDARD_WEBHOOKS("(b) com.standardwebhooks") {

		@Override
		Predicate<Delivery> create() {
			Webhook webhook = new Webhook(Delivery.SECRET);
			return (delivery) -> {
				try {
					webhook.verify(new String(delivery.body(), StandardCharsets.UTF_8),
							Map.of("webhook-id", List.of(delivery.id()), "webhook-timestamp",
									List.of(delivery.timestamp()), "webhook-signature", List.of(delivery.signature())));
					return true;
				}
				catch (WebhookVerificationException ex) {
					return false;
				}
			};
		}

	},

	/**
	 * The check of the library.
	 */
	SIGNATURE("(c) WebhookSignature") {

		@Override
		Predicate<Delivery> create() {
			WebhookSignature signature = new WebhookSignature(List.of(Delivery.SECRET));
			return (delivery) -> {
				try {
					signature.verify(headers(delivery), delivery.body());
					return true;
				}
				catch (WebhookRefusedException ex) {
					return false;
				}
			};
		}

	},

	/**
	 * The check, decoding, an inbox in memory that knows none of the events any more, and
	 * a listener that does nothing.
	 */
	RECEIVER("(d) WebhookReceiver with a listener") {

		@Override
		Predicate<Delivery> create() {
			WebhookReceiver receiver = new WebhookReceiver(new WebhookSignature(List.of(Delivery.SECRET)),
					new InMemoryWebhookInbox(Checks.DELIVERIES / 2, Duration.ofDays(3)),
					new AnnotationConfigApplicationContext(Listener.class));
			return (delivery) -> receiver.receive(headers(delivery), delivery.body())
				.outcome() == WebhookOutcome.HANDLED;
		}

	};

	private static final int TOLERANCE_SECONDS = 300;

	private final String title;

	Check(String title) {
		this.title = title;
	}

	/**
	 * Returns what tells whether a delivery is accepted.
	 */
	abstract Predicate<Delivery> create();

	private static WebhookHeaders headers(Delivery delivery) {
		return new WebhookHeaders(delivery.id(), delivery.timestamp(), delivery.signature());
	}

	private static boolean isSigned(Delivery delivery, SecretKeySpec key) {
		long age = Instant.now().getEpochSecond() - Long.parseLong(delivery.timestamp());
		if (Math.abs(age) > TOLERANCE_SECONDS) {
			return false;
		}
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(key);
			mac.update((delivery.id() + "." + delivery.timestamp() + ".").getBytes(StandardCharsets.UTF_8));
			byte[] expected = mac.doFinal(delivery.body());
			for (String signature : delivery.signature().split(" ")) {
				if (signature.startsWith("v1,")
						&& MessageDigest.isEqual(expected, Base64.getDecoder().decode(signature.substring(3)))) {
					return true;
				}
			}
			return false;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return this.title;
	}

	static class Listener {

		@EventListener
		void on(OrganizationEvent.Created event) {
		}

	}

}
