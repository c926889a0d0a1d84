package com.example.console.environment;

import java.time.Duration;

import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScriptedResponse;

/**
 * Makes trouble for the clients, and traffic that has to get through it. There is none of
 * it if the console is connected to a real environment.
 */
@Controller
@Conditional(NoEnvironmentUrl.class)
@RequestMapping("/activity")
class TroubleController {

	private static final String LIST = "GET /api/v1/organizations";

	private static final Duration OUTAGE = Duration.ofSeconds(5);

	private static final Duration SHORT_LIFETIME = Duration.ofSeconds(30);

	private final ScalekitServer scalekit;

	private final Traffic traffic;

	TroubleController(ScalekitServer scalekit, Traffic traffic) {
		this.scalekit = scalekit;
		this.traffic = traffic;
	}

	@PostMapping("/traffic/start")
	String startTraffic(RedirectAttributes redirect) {
		this.traffic.start();
		return redirect("Ten calls a second, for five minutes", redirect);
	}

	@PostMapping("/traffic/stop")
	String stopTraffic(RedirectAttributes redirect) {
		this.traffic.stop();
		return redirect("No more calls", redirect);
	}

	@PostMapping("/outage")
	String outage(RedirectAttributes redirect) {
		this.scalekit.outage(OUTAGE);
		return redirect("Scalekit answers nothing but 503 for %d seconds".formatted(OUTAGE.toSeconds()), redirect);
	}

	@PostMapping("/revocation")
	String revokeTokens(RedirectAttributes redirect) {
		this.scalekit.tokens().revokeAll();
		return redirect("All access tokens are revoked", redirect);
	}

	@PostMapping("/short-lived-tokens")
	String shortenTokens(RedirectAttributes redirect) {
		this.scalekit.tokens().lifetime(SHORT_LIFETIME);
		this.scalekit.tokens().revokeAll();
		return redirect("Access tokens live for %d seconds from now on".formatted(SHORT_LIFETIME.toSeconds()),
				redirect);
	}

	@PostMapping("/rate-limit")
	String limitRate(RedirectAttributes redirect) {
		this.scalekit.next(LIST).times(20).respondsWith(ScriptedResponse.tooManyRequests(Duration.ofSeconds(2)));
		return redirect("The next 20 requests are too many, and are to be sent again in 2 seconds", redirect);
	}

	@PostMapping("/delay")
	String delay(RedirectAttributes redirect) {
		this.scalekit.next(LIST).times(50).delays(Duration.ofSeconds(1));
		return redirect("The next 50 answers take a second", redirect);
	}

	private static String redirect(String message, RedirectAttributes redirect) {
		redirect.addFlashAttribute("message", message);
		return "redirect:/activity";
	}

}
