package com.scalekit.spring.webhooks;

import org.jspecify.annotations.Nullable;

/**
 * What became of a delivery, and of which one.
 *
 * @param outcome what became of it
 * @param reason why it was refused, {@code null} if it was not
 * @param eventId the identifier of the event, {@code null} if the delivery was refused
 * @param eventType the type of the event, {@code unknown} if this version does not know
 * it, {@code null} if the delivery was refused
 */
public record WebhookReceipt(WebhookOutcome outcome, WebhookRefusedException.@Nullable Reason reason,
		@Nullable String eventId, @Nullable String eventType) {

	private static final String UNKNOWN = "unknown";

	static WebhookReceipt refused(WebhookRefusedException.Reason reason) {
		return new WebhookReceipt(WebhookOutcome.REFUSED, reason, null, null);
	}

	static WebhookReceipt of(WebhookOutcome outcome, String eventId, String eventType) {
		return new WebhookReceipt(outcome, null, eventId, (EventType.named(eventType) != null) ? eventType : UNKNOWN);
	}

}
