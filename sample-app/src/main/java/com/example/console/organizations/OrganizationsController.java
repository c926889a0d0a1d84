package com.example.console.organizations;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.example.console.forms.TextField;
import com.example.console.signin.Access;
import com.example.console.web.ListRequest;
import com.example.console.web.Paths;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationPage;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.security.ScalekitPrincipal;

@Controller
class OrganizationsController {

	private static final Pattern ID = Pattern.compile("org_\\w{1,28}");

	private final OrganizationsClient organizations;

	private final Access access;

	OrganizationsController(OrganizationsClient organizations, Access access) {
		this.organizations = organizations;
		this.access = access;
	}

	/**
	 * List all organizations to those who may see them. Others have only one.
	 */
	@GetMapping("/organizations")
	ModelAndView list(Authentication authentication, ListRequest request) {
		if (!this.access.toAll(authentication)) {
			return new ModelAndView("redirect:/organizations/" + ScalekitPrincipal.of(authentication).organizationId());
		}
		if (!request.text().isEmpty()) {
			return find(request);
		}
		OrganizationPage page = this.organizations.list(request.size(), request.page());
		return list(page, page.organizations(), HttpStatus.OK);
	}

	/**
	 * Find an organization by its identifiers or, as Scalekit cannot search by name,
	 * those of a page that have a text in their names.
	 */
	private ModelAndView find(ListRequest request) {
		Optional<Organization> found = findByIdentifier(request.text());
		if (found.isPresent()) {
			return new ModelAndView("redirect:/organizations/" + found.get().id());
		}
		OrganizationPage page = this.organizations.list(request.size(), request.page());
		List<Organization> named = page.organizations()
			.stream()
			.filter((organization) -> containsIgnoreCase(organization.displayName(), request.text()))
			.toList();
		return list(page, named, named.isEmpty() ? HttpStatus.NOT_FOUND : HttpStatus.OK);
	}

	private static ModelAndView list(OrganizationPage page, List<Organization> shown, HttpStatus status) {
		return new ModelAndView("organizations/list", status).addObject("page", page).addObject("organizations", shown);
	}

	private static boolean containsIgnoreCase(String name, String text) {
		return name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
	}

	private Optional<Organization> findByIdentifier(String identifier) {
		Optional<Organization> found = ID.matcher(identifier).matches() ? find(this.organizations::get, identifier)
				: Optional.empty();
		return found.or(() -> find(this.organizations::getByExternalId, identifier));
	}

	/**
	 * Find an organization. A text that cannot be an identifier is not sent, but refused.
	 */
	private static Optional<Organization> find(Function<String, Organization> get, String identifier) {
		try {
			return Optional.of(get.apply(identifier));
		}
		catch (ScalekitApiException.NotFound | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	@GetMapping(Paths.ORGANIZATION)
	String show(@PathVariable String id, Model model) {
		Organization organization = this.organizations.get(id);
		model.addAttribute("organization", organization);
		model.addAttribute("portalFeatures", Features.ofPortal(organization));
		return "organizations/show";
	}

	@GetMapping(Paths.ORGANIZATION + "/delete")
	String confirmDelete(@PathVariable String id, Model model) {
		model.addAttribute("organization", this.organizations.get(id));
		return "organizations/delete";
	}

	@PostMapping(Paths.ORGANIZATION + "/delete")
	ModelAndView delete(@PathVariable String id, @RequestParam(defaultValue = "") String name,
			RedirectAttributes redirect) {
		Organization organization = this.organizations.get(id);
		if (!TextField.confirms(name, organization.displayName())) {
			return new ModelAndView("organizations/delete", HttpStatus.UNPROCESSABLE_CONTENT)
				.addObject("organization", organization)
				.addObject("typed", name);
		}
		this.organizations.delete(id);
		redirect.addFlashAttribute("message", "Organization %s deleted".formatted(organization.displayName()));
		return new ModelAndView("redirect:/organizations");
	}

}
