package com.example.team;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.sessions.SessionQuery;
import com.scalekit.spring.client.sessions.SessionStatus;
import com.scalekit.spring.client.sessions.SessionsClient;
import com.scalekit.spring.security.ScalekitPrincipal;
import com.scalekit.spring.security.login.LoginRefresher;

/** Shows who I am, for which organization, and where I am signed in. */
@Controller
class AccountController {

	private final OrganizationsClient organizations;

	private final SessionsClient sessions;

	private final LoginRefresher refresher;

	AccountController(OrganizationsClient organizations, SessionsClient sessions, LoginRefresher refresher) {
		this.organizations = organizations;
		this.sessions = sessions;
		this.refresher = refresher;
	}

	@GetMapping("/")
	String home(ScalekitPrincipal me, Model model) {
		model.addAttribute("organization", this.organizations.get(me.organizationId()));
		return "home";
	}

	@GetMapping("/session")
	String session(ScalekitPrincipal me, Model model) {
		SessionQuery active = SessionQuery.any().withStatus(SessionStatus.ACTIVE);
		model.addAttribute("mine", this.sessions.get(me.sessionId()));
		model.addAttribute("active", this.sessions.allByUser(me.userId(), active).toList());
		return "session";
	}

	@PostMapping("/session/refresh")
	String refresh(HttpServletRequest request, HttpServletResponse response) {
		this.refresher.refresh(request, response);
		return "redirect:/session?refreshed";
	}

	@PostMapping("/session/{id}/end")
	String end(ScalekitPrincipal me, @PathVariable String id) {
		if (!this.sessions.get(id).userId().equals(me.userId())) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		this.sessions.revoke(id);
		return "redirect:/session?ended";
	}

}
