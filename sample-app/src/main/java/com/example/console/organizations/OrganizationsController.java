package com.example.console.organizations;

import com.example.console.forms.TextField;
import com.example.console.signin.Access;
import com.example.console.web.ListRequest;
import com.example.console.web.Paths;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.security.ScalekitPrincipal;

@Controller
class OrganizationsController {

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
		return new ModelAndView("organizations/list", "page", this.organizations.list(request.size(), request.page()));
	}

	@GetMapping(Paths.ORGANIZATION)
	String show(Organization organization, Model model) {
		model.addAttribute("portalFeatures", Features.ofPortal(organization));
		return "organizations/show";
	}

	@GetMapping(Paths.ORGANIZATION + "/delete")
	String confirmDelete() {
		return "organizations/delete";
	}

	@PostMapping(Paths.ORGANIZATION + "/delete")
	ModelAndView delete(Organization organization, @RequestParam(defaultValue = "") String name,
			RedirectAttributes redirect) {
		if (!TextField.confirms(name, organization.displayName())) {
			return new ModelAndView("organizations/delete", HttpStatus.UNPROCESSABLE_CONTENT).addObject("typed", name);
		}
		this.organizations.delete(organization.id());
		redirect.addFlashAttribute("message", "Organization %s deleted".formatted(organization.displayName()));
		return new ModelAndView("redirect:/organizations");
	}

}
