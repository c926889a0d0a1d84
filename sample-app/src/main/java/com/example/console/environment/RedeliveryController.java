package com.example.console.environment;

import java.util.List;

import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.webhooks.WebhookDelivery;

/**
 * Lets the in-memory environment send a webhook again, as Scalekit does when it has seen
 * no answer.
 */
@Controller
@Conditional(NoEnvironmentUrl.class)
class RedeliveryController {

	private final ScalekitServer scalekit;

	RedeliveryController(ScalekitServer scalekit) {
		this.scalekit = scalekit;
	}

	@PostMapping("/webhooks/last")
	String sendAgain(RedirectAttributes redirect) {
		List<WebhookDelivery> deliveries = this.scalekit.webhooks().deliveries();
		if (deliveries.isEmpty()) {
			redirect.addFlashAttribute("message", "There is no webhook yet that could be sent again");
		}
		else {
			WebhookDelivery last = deliveries.get(deliveries.size() - 1);
			this.scalekit.webhooks().event(last.type()).id(last.eventId()).body(last.body()).deliverTo(last.target());
			redirect.addFlashAttribute("message", "Sent %s again".formatted(last.type()));
		}
		return "redirect:/webhooks";
	}

}
