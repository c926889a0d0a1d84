package com.example.console;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitError;
import com.scalekit.spring.client.error.ScalekitError.FieldViolation;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.PortalLink;

@Controller
@RequestMapping("/organizations")
class OrganizationsController {

	private static final int PAGE_SIZE = 10;

	private static final String ORGANIZATION = "/{id:org_\\w+}";

	private final OrganizationsClient organizations;

	OrganizationsController(OrganizationsClient organizations) {
		this.organizations = organizations;
	}

	@InitBinder("form")
	void initBinder(WebDataBinder binder) {
		binder.setRequiredFields("displayName");
	}

	@GetMapping
	String list(@RequestParam(name = "page", required = false) @Nullable String pageToken, Model model) {
		model.addAttribute("page", this.organizations.list(PAGE_SIZE, pageToken));
		return "organizations/list";
	}

	@GetMapping("/new")
	String enter(Model model) {
		model.addAttribute("form", OrganizationForm.EMPTY);
		return "organizations/new";
	}

	@PostMapping
	ModelAndView create(@ModelAttribute("form") OrganizationForm form, BindingResult errors,
			RedirectAttributes redirect) {
		if (!errors.hasErrors()) {
			try {
				Organization created = this.organizations.create(form.toCreate());
				redirect.addFlashAttribute("message", "Organization %s created".formatted(created.displayName()));
				return redirectTo(created);
			}
			catch (ScalekitApiException.BadRequest ex) {
				explain(ex.getError(), errors);
			}
			catch (ScalekitApiException.Conflict ex) {
				errors.rejectValue("externalId", "taken", "Another organization has this external ID");
			}
		}
		return new ModelAndView("organizations/new", HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@GetMapping(ORGANIZATION)
	String show(@PathVariable String id, Model model) {
		Organization organization = this.organizations.get(id);
		model.addAttribute("organization", organization);
		model.addAttribute("form", new OrganizationForm(organization.displayName(), ""));
		return "organizations/show";
	}

	@PostMapping(ORGANIZATION)
	ModelAndView rename(@PathVariable String id, @ModelAttribute("form") OrganizationForm form, BindingResult errors,
			RedirectAttributes redirect) {
		if (!errors.hasErrors()) {
			try {
				Organization renamed = this.organizations.update(id, form.toRename());
				redirect.addFlashAttribute("message", "Organization renamed to " + renamed.displayName());
				return redirectTo(renamed);
			}
			catch (ScalekitApiException.BadRequest ex) {
				explain(ex.getError(), errors);
			}
		}
		return new ModelAndView("organizations/show", HttpStatus.UNPROCESSABLE_CONTENT).addObject("organization",
				this.organizations.get(id));
	}

	@GetMapping(ORGANIZATION + "/delete")
	String confirmDelete(@PathVariable String id, Model model) {
		model.addAttribute("organization", this.organizations.get(id));
		return "organizations/delete";
	}

	@PostMapping(ORGANIZATION + "/delete")
	String delete(@PathVariable String id, RedirectAttributes redirect) {
		Organization organization = this.organizations.get(id);
		this.organizations.delete(id);
		redirect.addFlashAttribute("message", "Organization %s deleted".formatted(organization.displayName()));
		return "redirect:/organizations";
	}

	/**
	 * The link works once and for a minute, so it is made when it is needed and kept
	 * nowhere.
	 */
	@PostMapping(ORGANIZATION + "/portal")
	ResponseEntity<Void> openPortal(@PathVariable String id) {
		PortalLink link = this.organizations.generatePortalLink(id);
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(link.location())
			.cacheControl(CacheControl.noStore())
			.build();
	}

	private static ModelAndView redirectTo(Organization organization) {
		return new ModelAndView("redirect:/organizations/" + organization.id());
	}

	/**
	 * Put what Scalekit says about the fields beside the fields of the form.
	 */
	private static void explain(ScalekitError error, BindingResult form) {
		if (error.fieldViolations().isEmpty()) {
			form.reject("refused", Objects.requireNonNullElse(error.message(), "Scalekit does not accept this"));
		}
		for (FieldViolation violation : error.fieldViolations()) {
			String field = Objects.requireNonNullElse(violation.field(), "request");
			String description = Objects.requireNonNullElse(violation.description(), "not accepted");
			switch (field) {
				case "organization.display_name" ->
					form.rejectValue("displayName", "refused", StringUtils.capitalize(description));
				case "organization.external_id" ->
					form.rejectValue("externalId", "refused", StringUtils.capitalize(description));
				default -> form.reject("refused", StringUtils.capitalize("%s: %s".formatted(field, description)));
			}
		}
	}

}
