package com.example.console.users;

import java.util.List;

import com.example.console.forms.FieldErrors;
import com.example.console.forms.FormComparison;
import com.example.console.forms.TextField;
import com.example.console.web.ListRequest;
import com.example.console.web.Paths;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.memberships.MembershipsClient;
import com.scalekit.spring.client.roles.OrganizationRolesClient;
import com.scalekit.spring.client.roles.Role;
import com.scalekit.spring.client.users.UsersClient;

/**
 * The users of an organization.
 */
@Controller
@RequestMapping(Paths.ORGANIZATION + "/users")
class MembersController {

	private static final String MEMBER = "/{userId:usr_\\w+}";

	private final OrganizationRolesClient roles;

	private final UsersClient users;

	private final MembershipsClient memberships;

	private final Invitations invitations;

	MembersController(OrganizationRolesClient roles, UsersClient users, MembershipsClient memberships,
			Invitations invitations) {
		this.roles = roles;
		this.users = users;
		this.memberships = memberships;
		this.invitations = invitations;
	}

	@GetMapping
	ModelAndView list(@PathVariable String id, ListRequest request) {
		return UserList.page("users/members", request, (size) -> this.memberships.listUsers(id, size, request.page()),
				(size) -> this.memberships.searchUsers(id, request.text(), size, request.page()));
	}

	@GetMapping("/new")
	String invite(@PathVariable String id, @ModelAttribute("form") InvitationForm form, Model model) {
		model.addAttribute("roles", this.roles.list(id));
		return "users/invite";
	}

	@PostMapping("/new")
	ModelAndView invite(@PathVariable String id, @ModelAttribute("form") InvitationForm form, BindingResult errors,
			RedirectAttributes redirect) {
		if (form.email().isEmpty()) {
			errors.rejectValue("email", "required", "Enter an e-mail address");
		}
		else {
			try {
				this.invitations.invite(id, form);
				redirect.addFlashAttribute("message", "Invitation sent to " + form.email());
				return new ModelAndView("redirect:/organizations/{id}/users");
			}
			catch (ScalekitApiException.Conflict ex) {
				errors.rejectValue("email", "taken", "This person is a member or invited already");
			}
			catch (ScalekitApiException.BadRequest ex) {
				FieldErrors.add(ex.getError(), errors, InvitationForm::fieldOf);
			}
		}
		return new ModelAndView("users/invite", HttpStatus.UNPROCESSABLE_CONTENT).addObject("roles",
				this.roles.list(id));
	}

	@GetMapping(MEMBER)
	String show(@PathVariable String id, @PathVariable String userId, Model model) {
		Member member = member(id, userId);
		RolesForm form = RolesForm.of(member.membership());
		List<Role> roles = this.roles.list(id);
		model.addAttribute("member", member);
		model.addAttribute("roles", roles);
		model.addAttribute("form", form);
		model.addAttribute("loaded", form.values(roles));
		return "users/member";
	}

	@PostMapping(MEMBER)
	ModelAndView save(@PathVariable String id, @PathVariable String userId, RolesForm form,
			@RequestParam MultiValueMap<String, String> fields, RedirectAttributes redirect) {
		Member member = member(id, userId);
		List<Role> roles = this.roles.list(id);
		FormComparison comparison = new FormComparison(fields, RolesForm.of(member.membership()).values(roles),
				form.values(roles));
		if (comparison.hasConflict()) {
			return comparison.page("Roles of " + member.user().email(),
					"/organizations/%s/users/%s".formatted(id, userId));
		}
		if (!comparison.changes().isEmpty()) {
			this.memberships.update(id, userId, form.toUpdate());
		}
		redirect.addFlashAttribute("message", "Roles saved");
		return new ModelAndView("redirect:/organizations/{id}/users/{userId}");
	}

	@PostMapping(MEMBER + "/invitation")
	String invite(@PathVariable String id, @PathVariable String userId, RedirectAttributes redirect) {
		Member member = member(id, userId);
		this.memberships.resendInvitation(id, userId);
		redirect.addFlashAttribute("message", "Invitation sent to %s again".formatted(member.user().email()));
		return "redirect:/organizations/{id}/users/{userId}";
	}

	@GetMapping(MEMBER + "/remove")
	ModelAndView confirmRemoval(@PathVariable String id, @PathVariable String userId) {
		return new ModelAndView("users/remove", "member", member(id, userId));
	}

	@PostMapping(MEMBER + "/remove")
	ModelAndView remove(@PathVariable String id, @PathVariable String userId,
			@RequestParam(defaultValue = "") String name, RedirectAttributes redirect) {
		Member member = member(id, userId);
		if (!TextField.confirms(name, member.user().email())) {
			return new ModelAndView("users/remove", HttpStatus.UNPROCESSABLE_CONTENT).addObject("member", member)
				.addObject("typed", name);
		}
		this.memberships.delete(id, userId);
		redirect.addFlashAttribute("message", member.user().email() + " removed");
		return new ModelAndView("redirect:/organizations/{id}/users");
	}

	private Member member(String organizationId, String userId) {
		return Member.of(organizationId, this.users.get(userId));
	}

}
