package com.example.console.environment;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.scalekit.spring.test.NextRequest;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScriptedResponse;
import com.scalekit.spring.test.webhooks.WebhookDelivery;

/**
 * Makes trouble in the in-memory environment, and traffic that has to get through it.
 */
@Controller
@Conditional(NoEnvironmentUrl.class)
class TroubleController {

	private static final Duration DAY = Duration.ofDays(1).minusSeconds(1);

	private final ScalekitServer scalekit;

	private final Map<String, Runnable> buttons;

	private final MessageSource messages;

	TroubleController(ScalekitServer scalekit, Traffic traffic, MessageSource messages) {
		this.scalekit = scalekit;
		this.messages = messages;
		ScriptedResponse tooMany = ScriptedResponse.tooManyRequests(Duration.ofSeconds(2));
		this.buttons = Map.of("start", traffic::start, "stop", traffic::stop, "outage",
				() -> scalekit.outage(Duration.ofSeconds(5)), "rate-limit", () -> next(20).respondsWith(tooMany),
				"slow-answers", () -> next(50).delays(Duration.ofSeconds(1)), "broken-connections", this::breakSome,
				"revocation", () -> scalekit.tokens().revokeAll(), "short-lived-tokens", this::shortenTokens,
				"long-lived-tokens", () -> scalekit.tokens().lifetime(DAY), "new-key", () -> scalekit.keys().rotate());
	}

	@PostMapping("/activity/{button:(?!last$).+}")
	String press(@PathVariable String button, RedirectAttributes redirect) {
		if (!this.buttons.containsKey(button)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		this.buttons.get(button).run();
		return redirect("/activity", "trouble.%s.done".formatted(button), "", redirect);
	}

	@PostMapping("/{page:activity|webhooks}/last")
	String sendAgain(@PathVariable String page, RedirectAttributes redirect) {
		List<WebhookDelivery> deliveries = this.scalekit.webhooks().deliveries();
		if (deliveries.isEmpty()) {
			return redirect("/{page}", "trouble.last.none", "", redirect);
		}
		WebhookDelivery last = deliveries.get(deliveries.size() - 1);
		this.scalekit.webhooks().event(last.type()).id(last.eventId()).body(last.body()).deliverTo(last.target());
		return redirect("/{page}", "trouble.last.done", last.type(), redirect);
	}

	private NextRequest next(int times) {
		return this.scalekit.next("GET /api/v1/organizations").times(times);
	}

	private void breakSome() {
		for (int i = 0; i < 20; i++) {
			next(1).drops();
			next(2).delays(Duration.ZERO);
		}
	}

	private void shortenTokens() {
		this.scalekit.tokens().lifetime(Duration.ofSeconds(10));
		this.scalekit.tokens().revokeAll();
	}

	private String redirect(String path, String message, String argument, RedirectAttributes redirect) {
		redirect.addFlashAttribute("message",
				this.messages.getMessage(message, new Object[] { argument }, Locale.ENGLISH));
		return "redirect:" + path;
	}

}
