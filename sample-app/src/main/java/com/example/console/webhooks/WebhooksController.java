package com.example.console.webhooks;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import com.scalekit.spring.webhooks.WebhookReceiver;

@Controller
class WebhooksController {

	private final Deliveries deliveries;

	private final boolean enabled;

	private final String path;

	WebhooksController(Deliveries deliveries, ObjectProvider<WebhookReceiver> receiver,
			@Value("${scalekit.webhook.path:/scalekit/webhooks}") String path) {
		this.deliveries = deliveries;
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

}
