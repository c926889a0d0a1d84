package com.example.console.users;

import java.util.Optional;
import java.util.function.UnaryOperator;

import com.example.console.forms.TextField;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.users.UsersClient;

/**
 * Finds organizations and users by whatever one has in hand. Scalekit cannot search for
 * names of organizations, and to look through all of them would take too long.
 */
@Controller
class FindController {

	private final OrganizationsClient organizations;

	private final UsersClient users;

	FindController(OrganizationsClient organizations, UsersClient users) {
		this.organizations = organizations;
		this.users = users;
	}

	@GetMapping("/find")
	String find(@RequestParam(defaultValue = "") String text, RedirectAttributes redirect) {
		String sought = TextField.valueOf(text);
		if (sought.isEmpty()) {
			return "redirect:/organizations";
		}
		return path(sought, "org_", (id) -> "/organizations/" + this.organizations.get(id).id())
			.or(() -> path(sought, "usr_", (id) -> "/users/" + this.users.get(id).id()))
			.or(() -> path(sought, "", (id) -> "/organizations/" + this.organizations.getByExternalId(id).id()))
			.or(() -> path(sought, "", (id) -> "/users/" + this.users.getByExternalId(id).id()))
			.map("redirect:"::concat)
			.orElseGet(() -> {
				redirect.addAttribute("text", sought);
				return "redirect:/users";
			});
	}

	/**
	 * Return the path of what is found. A text that cannot be an identifier is refused.
	 */
	private static Optional<String> path(String text, String prefix, UnaryOperator<String> find) {
		try {
			return text.startsWith(prefix) ? Optional.of(find.apply(text)) : Optional.empty();
		}
		catch (ScalekitApiException.NotFound | ScalekitApiException.BadRequest | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
