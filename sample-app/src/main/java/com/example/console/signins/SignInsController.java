package com.example.console.signins;

import java.util.ArrayList;
import java.util.List;

import com.example.console.web.Paths;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

import com.scalekit.spring.client.authenticationlogs.AuthenticationLogPage;
import com.scalekit.spring.client.authenticationlogs.AuthenticationLogsClient;
import com.scalekit.spring.client.authenticationlogs.AuthenticationRequest;

/**
 * The sign-ins of an organization. Scalekit has one log for all organizations, so a page
 * looks at a part of it, and leads on to what is older.
 */
@Controller
class SignInsController {

	private static final int PAGE_SIZE = 100;

	private static final int PAGES_AT_ONCE = 10;

	private static final int ENOUGH = 20;

	private final AuthenticationLogsClient logs;

	SignInsController(AuthenticationLogsClient logs) {
		this.logs = logs;
	}

	@GetMapping(Paths.ORGANIZATION + "/sign-ins")
	String list(@PathVariable String id, @ModelAttribute("request") SignInsRequest request, Model model) {
		List<AuthenticationRequest> found = new ArrayList<>();
		String next = request.page();
		AuthenticationLogPage page;
		int pages = 0;
		do {
			page = this.logs.list(request.toQuery(), PAGE_SIZE, next);
			page.authRequests().stream().filter((entry) -> entry.organizationId().equals(id)).forEach(found::add);
			next = page.nextPageToken();
			pages++;
		}
		while (next != null && pages < PAGES_AT_ONCE && found.size() < ENOUGH);
		model.addAttribute("signIns", found);
		model.addAttribute("next", next);
		model.addAttribute("oldest", oldest(page));
		return "signins/list";
	}

	private static @Nullable AuthenticationRequest oldest(AuthenticationLogPage page) {
		return page.authRequests().isEmpty() ? null : page.authRequests().get(page.authRequests().size() - 1);
	}

}
