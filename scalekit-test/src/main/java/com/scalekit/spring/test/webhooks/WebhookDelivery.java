package com.scalekit.spring.test.webhooks;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An attempt of the server to deliver a webhook. This type may get new components, so its
 * constructor is no part of the API.
 *
 * @param eventId the id of the event, such as {@code evt_1234}
 * @param type the type, such as {@code organization.created}
 * @param organizationId the id of the organization that the event happened in, or
 * {@code null} if there is none
 * @param target where the webhook was sent to
 * @param attempt the number of the attempt, counted from 1
 * @param status the status of the response, or {@code 0} if there was none
 * @param time when the attempt has ended
 * @param body the body, without the signature
 */
public record WebhookDelivery(String eventId, String type, @Nullable String organizationId, URI target, int attempt,
		int status, Instant time, String body) {

	/**
	 * Return whether the application under test has accepted the webhook.
	 * @return whether the status is one of 200 to 299
	 */
	public boolean isSuccessful() {
		return WebhookResponse.isSuccessful(this.status);
	}

}
