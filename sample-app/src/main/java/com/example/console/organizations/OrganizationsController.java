package com.example.console.organizations;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;

@Controller
@RequestMapping("/organizations")
class OrganizationsController {

	static final String ORGANIZATION = "/{id:org_\\w+}";

	private static final int PAGE_SIZE = 20;

	private final OrganizationsClient organizations;

	private final Tenants tenants;

	OrganizationsController(OrganizationsClient organizations, Tenants tenants) {
		this.organizations = organizations;
		this.tenants = tenants;
	}

	@GetMapping
	String list(@RequestParam(name = "page", required = false) @Nullable String pageToken, Model model) {
		model.addAttribute("page", this.organizations.list(PAGE_SIZE, pageToken));
		return "organizations/list";
	}

	@GetMapping("/find")
	ModelAndView find(@RequestParam String externalId) {
		if (!StringUtils.hasText(externalId)) {
			return new ModelAndView("redirect:/organizations");
		}
		Optional<Organization> found = this.tenants.find(externalId.strip());
		if (found.isPresent()) {
			return new ModelAndView("redirect:/organizations/" + found.get().id());
		}
		return new ModelAndView("organizations/list", HttpStatus.NOT_FOUND).addObject("sought", externalId.strip())
			.addObject("page", this.organizations.list(PAGE_SIZE, null));
	}

	@GetMapping(ORGANIZATION)
	String show(@PathVariable String id, Model model) {
		model.addAttribute("organization", this.organizations.get(id));
		return "organizations/show";
	}

	@GetMapping(ORGANIZATION + "/delete")
	String confirmDelete(@PathVariable String id, Model model) {
		model.addAttribute("organization", this.organizations.get(id));
		return "organizations/delete";
	}

	@PostMapping(ORGANIZATION + "/delete")
	String delete(@PathVariable String id, RedirectAttributes redirect) {
		Organization deleted = this.tenants.offboard(id);
		redirect.addFlashAttribute("message", "Organization %s deleted".formatted(deleted.displayName()));
		return "redirect:/organizations";
	}

}
