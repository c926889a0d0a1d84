package com.example.reference;

import java.util.Map;

import org.springframework.stereotype.Component;

import com.scalekit.spring.webhooks.WebhookHeaders;
import com.scalekit.spring.webhooks.WebhookOutcome;
import com.scalekit.spring.webhooks.WebhookReceiver;

@Component
class WebhookQueue {

	private final WebhookReceiver receiver;

	WebhookQueue(WebhookReceiver receiver) {
		this.receiver = receiver;
	}

	boolean consume(Map<String, String> headers, byte[] body) {
		WebhookOutcome outcome = this.receiver.receive(WebhookHeaders.from(headers), body).outcome();
		return outcome == WebhookOutcome.HANDLED || outcome == WebhookOutcome.DUPLICATE;
	}

}
