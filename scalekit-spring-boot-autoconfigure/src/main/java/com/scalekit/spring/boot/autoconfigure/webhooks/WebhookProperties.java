package com.scalekit.spring.boot.autoconfigure.webhooks;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import com.scalekit.spring.boot.autoconfigure.inbound.InboundSettings;
import com.scalekit.spring.webhooks.WebhookSignature;

/**
 * Properties of webhooks.
 *
 * @param secret Comma-separated list of signing secrets, such as 'whsec_...'. A delivery
 * is accepted if it is signed with one of them. Switches webhooks on.
 * @param path Path that Scalekit delivers to.
 * @param tolerance How far the time of a delivery may be from the present.
 * @param maxBodySize Largest delivery that is read.
 * @param inbox Where to remember which events were handled.
 * @param inboxRetention How long to remember them.
 * @param handlingTimeout Time the listeners of an event may take.
 */
@ConfigurationProperties(WebhookProperties.PREFIX)
record WebhookProperties(@DefaultValue List<String> secret, @DefaultValue(WebhookProperties.DEFAULT_PATH) String path,
		@DefaultValue("5m") Duration tolerance, @DefaultValue("256KB") DataSize maxBodySize,
		@DefaultValue("memory") Inbox inbox, @DefaultValue("3d") Duration inboxRetention,
		@DefaultValue("8s") Duration handlingTimeout) {

	static final String PREFIX = "scalekit.webhook";

	static final String SECRET = PREFIX + ".secret";

	static final String DEFAULT_PATH = "/scalekit/webhooks";

	private static final Duration MAX_RETENTION = Duration.ofDays(365);

	private static final Duration MAX_HANDLING_TIMEOUT = Duration.ofMinutes(1);

	WebhookProperties {
		new InboundSettings(PREFIX).path(path, DEFAULT_PATH)
			.tolerance(tolerance)
			.maxBodySize(maxBodySize)
			.time("inbox-retention", inboxRetention, MAX_RETENTION, "must be at least 1 s and at most 365 days", "3d")
			.time("handling-timeout", handlingTimeout, MAX_HANDLING_TIMEOUT,
					"must be at least 1 s and at most 1 minute", "8s")
			.validate();
	}

	WebhookSignature signature() {
		return new InboundSettings(PREFIX).signature(this.secret, this.tolerance);
	}

	/**
	 * Does not show the secret.
	 */
	@Override
	public String toString() {
		return "WebhookProperties";
	}

	/**
	 * Where to remember which events were handled.
	 */
	enum Inbox {

		/**
		 * In this instance, until it ends.
		 */
		MEMORY,

		/**
		 * In a table, in the transaction of the listeners.
		 */
		JDBC,

		/**
		 * In Redis.
		 */
		REDIS

	}

}
