package com.scalekit.spring.webhooks;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

import com.scalekit.spring.webhooks.WebhookRefusedException.Reason;
import com.scalekit.spring.webhooks.events.EventMetadata;
import com.scalekit.spring.webhooks.events.ScalekitEvent;
import com.scalekit.spring.webhooks.events.UnknownEvent;
import com.scalekit.spring.webhooks.json.InboundJson;
import com.scalekit.spring.webhooks.json.JsonMismatchException;

/**
 * Decodes the body of a webhook. It does not verify the signature:
 * {@link WebhookReceiver} does that first.
 * <p>
 * An event of a type that this version does not know is an {@link UnknownEvent}. Fields
 * that it does not know are ignored, and enum constants are {@code UNKNOWN}.
 */
public final class WebhookDecoder {

	private static final int MAX_LENGTH = 255;

	/**
	 * Creates a decoder.
	 */
	public WebhookDecoder() {
	}

	/**
	 * Decodes an event.
	 * @param body the body, JSON in UTF-8
	 * @return the event
	 * @throws WebhookRefusedException if the body is not a JSON object with an identifier
	 * and a type
	 * @throws WebhookUnreadableException if the body has a type, but not what belongs to
	 * it
	 */
	public ScalekitEvent decode(byte[] body) {
		Assert.notNull(body, "'body' must not be null");
		JsonNode json = InboundJson.parse(body);
		String id = (json != null) ? InboundJson.text(json, "id", MAX_LENGTH) : null;
		String type = (json != null) ? InboundJson.text(json, "type", MAX_LENGTH) : null;
		if (json == null || id == null || type == null) {
			throw new WebhookRefusedException(Reason.BODY);
		}
		try {
			return event(json, metadata(json), EventType.named(type));
		}
		catch (JsonMismatchException ex) {
			throw new WebhookUnreadableException(id, type, ex.getPath());
		}
	}

	private static EventMetadata metadata(JsonNode json) {
		EventMetadata metadata = InboundJson.read(json, EventMetadata.class);
		if (metadata.occurredAt() == null) {
			throw new JsonMismatchException("$.occurred_at");
		}
		return metadata;
	}

	private static ScalekitEvent event(JsonNode json, EventMetadata metadata, @Nullable EventType<?> type) {
		return (type != null) ? type.create(metadata, json)
				: new UnknownEvent(metadata, InboundJson.readMap(json, "data"));
	}

}
