package com.example.console.signin;

import java.util.List;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.sessions.SessionsClient;
import com.scalekit.spring.client.users.MembershipStatus;
import com.scalekit.spring.client.users.OrganizationMembership;
import com.scalekit.spring.client.users.UsersClient;
import com.scalekit.spring.security.ScalekitPrincipal;

/**
 * Shows who is signed in, and the organizations to switch to.
 */
@Controller
class AccountController {

	private final UsersClient users;

	private final SessionsClient sessions;

	AccountController(UsersClient users, SessionsClient sessions) {
		this.users = users;
		this.sessions = sessions;
	}

	@GetMapping("/account")
	String show(ScalekitPrincipal caller, Model model) {
		model.addAttribute("permissions", caller.permissions());
		model.addAttribute("memberships", memberships(caller.userId()));
		return "account";
	}

	/**
	 * End all sessions of somebody. Those in other browsers end when the console hears of
	 * it.
	 */
	@PostMapping("/account/sign-out")
	String signOutEverywhere(ScalekitPrincipal caller, HttpServletRequest request) throws ServletException {
		this.sessions.revokeAllOfUser(caller.userId());
		request.logout();
		return "redirect:/signed-out";
	}

	/**
	 * Return where somebody is a member now. The session may be older than that.
	 */
	private List<OrganizationMembership> memberships(String userId) {
		try {
			return this.users.get(userId)
				.memberships()
				.stream()
				.filter((membership) -> MembershipStatus.ACTIVE.equals(membership.membershipStatus()))
				.toList();
		}
		catch (ScalekitApiException.NotFound ex) {
			return List.of();
		}
	}

}
