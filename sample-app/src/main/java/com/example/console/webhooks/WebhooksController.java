package com.example.console.webhooks;

import java.io.IOException;
import java.time.Duration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import com.scalekit.spring.webhooks.WebhookReceiver;

@Controller
class WebhooksController {

	/**
	 * Pages that were closed are noticed then, at the latest.
	 */
	private static final Duration TIMEOUT = Duration.ofMinutes(1);

	private final Deliveries deliveries;

	private final Subscribers subscribers;

	private final boolean enabled;

	private final String path;

	WebhooksController(Deliveries deliveries, Subscribers subscribers, ObjectProvider<WebhookReceiver> receiver,
			@Value("${scalekit.webhook.path:/scalekit/webhooks}") String path) {
		this.deliveries = deliveries;
		this.subscribers = subscribers;
		this.enabled = receiver.getIfAvailable() != null;
		this.path = path;
	}

	@GetMapping("/webhooks")
	String show(Model model) {
		model.addAttribute("enabled", this.enabled);
		addLatest(model);
		return "webhooks";
	}

	/**
	 * For scripts, under an address of its own: the message of a redirect to the page is
	 * meant for a person.
	 */
	@GetMapping("/webhooks/latest")
	String latest(Model model) {
		addLatest(model);
		return "webhooks :: #live";
	}

	private void addLatest(Model model) {
		model.addAttribute("path", this.path);
		model.addAttribute("deliveries", this.deliveries.newestFirst());
		model.addAttribute("refused", this.deliveries.refused());
	}

	@GetMapping(path = "/webhooks/signals", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	ResponseEntity<SseEmitter> signals() throws IOException {
		SseEmitter emitter = new SseEmitter(TIMEOUT.toMillis());
		return this.subscribers.add(emitter) ? ResponseEntity.ok(emitter)
				: ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
	}

}
