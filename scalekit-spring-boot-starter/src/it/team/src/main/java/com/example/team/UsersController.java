package com.example.team;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.memberships.MembershipsClient;
import com.scalekit.spring.client.roles.OrganizationRolesClient;
import com.scalekit.spring.client.users.CreateUser;
import com.scalekit.spring.client.users.OrganizationMembership;
import com.scalekit.spring.client.users.UpdateMembership;
import com.scalekit.spring.client.users.UpdateUser;
import com.scalekit.spring.client.users.User;
import com.scalekit.spring.client.users.UsersClient;
import com.scalekit.spring.security.ScalekitPrincipal;

/** Manages the users of my organization, whatever the URL says. */
@Controller
@RequestMapping("/users")
@PreAuthorize("hasAuthority('users:manage')")
class UsersController {

	private final UsersClient users;

	private final MembershipsClient memberships;

	private final OrganizationRolesClient roles;

	UsersController(UsersClient users, MembershipsClient memberships, OrganizationRolesClient roles) {
		this.users = users;
		this.memberships = memberships;
		this.roles = roles;
	}

	@GetMapping
	String list(ScalekitPrincipal me, @RequestParam(required = false) String page, Model model) {
		model.addAttribute("page", this.memberships.listUsers(me.organizationId(), 20, page));
		return "users/list";
	}

	@GetMapping("/new")
	String invite(ScalekitPrincipal me, UserForm form, Model model) {
		model.addAttribute("roles", this.roles.list(me.organizationId()));
		return "users/new";
	}

	@PostMapping("/new")
	String invite(ScalekitPrincipal me, UserForm form, BindingResult result, Model model) {
		CreateUser user = CreateUser.withEmail(form.email())
			.withName(form.givenName(), form.familyName())
			.withRoles(form.roles());
		boolean accepted = accepted(result, () -> this.users.create(me.organizationId(), user));
		return accepted ? "redirect:/users?invited" : invite(me, form, model);
	}

	@GetMapping("/{id}")
	String show(ScalekitPrincipal me, @PathVariable String id, Model model) {
		User user = this.users.get(id);
		OrganizationMembership membership = user.findMembership(me.organizationId())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		if (!model.containsAttribute("userForm")) {
			model.addAttribute(UserForm.of(user, membership));
		}
		model.addAttribute("user", user);
		model.addAttribute("membership", membership);
		model.addAttribute("roles", this.roles.list(me.organizationId()));
		return "users/show";
	}

	@PostMapping("/{id}")
	String change(ScalekitPrincipal me, @PathVariable String id, UserForm form, BindingResult result, Model model) {
		boolean accepted = accepted(result, () -> {
			// Not found if the user is not of my organization
			this.memberships.update(me.organizationId(), id, UpdateMembership.none().withRoles(form.roles()));
			this.users.update(id, UpdateUser.none().withName(form.givenName(), form.familyName()));
		});
		return accepted ? "redirect:/users/{id}?changed" : show(me, id, model);
	}

	@PostMapping("/{id}/remove")
	String remove(ScalekitPrincipal me, @PathVariable String id) {
		this.memberships.delete(me.organizationId(), id);
		return "redirect:/users?removed";
	}

	private static boolean accepted(BindingResult result, Runnable change) {
		try {
			change.run();
		}
		catch (ScalekitApiException.BadRequest | ScalekitApiException.Conflict ex) {
			ex.getError().reasons().forEach((reason) -> result.reject("refused", reason));
		}
		return !result.hasErrors();
	}

}
