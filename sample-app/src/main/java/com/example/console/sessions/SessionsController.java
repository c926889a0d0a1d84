package com.example.console.sessions;

import java.util.List;
import java.util.Map;

import com.example.console.web.ListRequest;
import com.example.console.web.Paths;
import reactor.core.publisher.Flux;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.scalekit.spring.client.memberships.MembershipsClient;
import com.scalekit.spring.client.sessions.ReactiveSessionsClient;
import com.scalekit.spring.client.sessions.Session;
import com.scalekit.spring.client.sessions.SessionQuery;
import com.scalekit.spring.client.sessions.SessionStatus;
import com.scalekit.spring.client.users.UserPage;

/**
 * The sessions of an organization. Scalekit lists those of a user only, so a page has the
 * users, and asks for the sessions of all of them side by side.
 */
@Controller
@RequestMapping(Paths.ORGANIZATION + "/sessions")
class SessionsController {

	private static final SessionQuery ACTIVE = SessionQuery.any().withStatus(SessionStatus.ACTIVE);

	private static final int SIDE_BY_SIDE = 8;

	private final MembershipsClient memberships;

	private final ReactiveSessionsClient sessions;

	SessionsController(MembershipsClient memberships, ReactiveSessionsClient sessions) {
		this.memberships = memberships;
		this.sessions = sessions;
	}

	@GetMapping
	String list(@PathVariable String id, ListRequest request, Model model) {
		UserPage page = this.memberships.listUsers(id, request.size(), request.page());
		model.addAttribute("page", page);
		model.addAttribute("users",
				Flux.fromIterable(page.users())
					.flatMapSequential(
							(user) -> active(id, user.id()).collectList().map((sessions) -> Map.entry(user, sessions)),
							SIDE_BY_SIDE)
					.collectList()
					.block());
		return "sessions/list";
	}

	@PostMapping("/{sessionId:ses_\\w+}")
	String end(@PathVariable String id, @PathVariable String sessionId, RedirectAttributes redirect) {
		return end(this.sessions.get(sessionId).filter((session) -> session.organizationId().equals(id)).flux(),
				redirect);
	}

	@PostMapping("/{userId:usr_\\w+}")
	String endAll(@PathVariable String id, @PathVariable String userId, RedirectAttributes redirect) {
		return end(active(id, userId), redirect);
	}

	/**
	 * A user may have sessions in other organizations, too.
	 */
	private Flux<Session> active(String organizationId, String userId) {
		return this.sessions.allByUser(userId, ACTIVE)
			.filter((session) -> session.organizationId().equals(organizationId));
	}

	private String end(Flux<Session> sessions, RedirectAttributes redirect) {
		List<?> ended = sessions.flatMap((session) -> this.sessions.revoke(session.sessionId()), SIDE_BY_SIDE)
			.collectList()
			.block();
		if (ended == null || ended.isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		redirect.addFlashAttribute("message", (ended.size() == 1) ? "Session ended" : ended.size() + " sessions ended");
		return "redirect:/organizations/{id}/sessions";
	}

}
