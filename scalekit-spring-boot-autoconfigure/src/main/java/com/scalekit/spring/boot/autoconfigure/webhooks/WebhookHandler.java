package com.scalekit.spring.boot.autoconfigure.webhooks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

import com.scalekit.spring.boot.autoconfigure.inbound.InboundEndpoint;
import com.scalekit.spring.boot.autoconfigure.inbound.InboundEndpoint.InboundObservation;
import com.scalekit.spring.boot.autoconfigure.inbound.InboundHandler;
import com.scalekit.spring.boot.autoconfigure.inbound.InboundResponse;
import com.scalekit.spring.webhooks.WebhookHeaders;
import com.scalekit.spring.webhooks.WebhookOutcome;
import com.scalekit.spring.webhooks.WebhookReceipt;
import com.scalekit.spring.webhooks.WebhookReceiver;

/**
 * Answers webhooks. Scalekit delivers again unless the answer is a success.
 */
final class WebhookHandler implements InboundHandler {

	private static final String TYPE = "type";

	private static final String OUTCOME = "outcome";

	private static final String EVENT_ID = "event.id";

	private final WebhookReceiver receiver;

	private WebhookHandler(WebhookReceiver receiver) {
		this.receiver = receiver;
	}

	static InboundEndpoint endpoint(WebhookProperties properties, WebhookReceiver receiver,
			ObservationRegistry registry) {
		return new InboundEndpoint(properties.path(), properties.maxBodySize(),
				new InboundObservation("scalekit.webhooks", "scalekit webhook",
						List.of(KeyValue.of(TYPE, "unknown"), KeyValue.of(OUTCOME, name(WebhookOutcome.FAILED))),
						registry),
				new WebhookHandler(receiver));
	}

	@Override
	public InboundResponse handle(Function<String, ? extends @Nullable Collection<String>> headers, byte[] body,
			Observation observation) {
		WebhookReceipt receipt = this.receiver.receive(WebhookHeaders.fromValues(headers), body);
		if (receipt.eventType() != null) {
			observation.lowCardinalityKeyValue(TYPE, receipt.eventType());
		}
		if (receipt.eventId() != null) {
			observation.highCardinalityKeyValue(EVENT_ID, receipt.eventId());
		}
		observation.lowCardinalityKeyValue(OUTCOME, name(receipt.outcome()));
		return switch (receipt.outcome()) {
			case HANDLED, DUPLICATE -> InboundResponse.of(HttpStatus.OK);
			case IN_PROGRESS -> InboundResponse.retryLater();
			case REFUSED ->
				InboundResponse.problem(HttpStatus.BAD_REQUEST, Objects.requireNonNull(receipt.reason()).description());
			case UNREADABLE, FAILED -> InboundResponse.of(HttpStatus.INTERNAL_SERVER_ERROR);
		};
	}

	private static String name(WebhookOutcome outcome) {
		return outcome.name().toLowerCase(Locale.ROOT);
	}

}
