package com.example.console.organizations;

import java.util.Objects;

import com.example.console.forms.FieldErrors;
import com.example.console.forms.FormComparison;
import com.example.console.web.Paths;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.UpdateOrganization;

/**
 * Creates and edits organizations.
 */
@Controller
class OrganizationFormController {

	private static final String NEW = "/organizations/new";

	private static final String EDIT = Paths.ORGANIZATION + "/edit";

	private final OrganizationsClient organizations;

	OrganizationFormController(OrganizationsClient organizations) {
		this.organizations = organizations;
	}

	@GetMapping(NEW)
	String create(@ModelAttribute("form") OrganizationForm form) {
		return "organizations/new";
	}

	@PostMapping(NEW)
	ModelAndView create(@ModelAttribute("form") OrganizationForm form, BindingResult errors,
			RedirectAttributes redirect) {
		form.validate(errors);
		if (!errors.hasErrors()) {
			try {
				return redirect(this.organizations.create(form.toCreate()), "created", redirect);
			}
			catch (ScalekitApiException.BadRequest | ScalekitApiException.Conflict ex) {
				explain(ex, form, errors);
			}
		}
		return new ModelAndView("organizations/new", HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@GetMapping(EDIT)
	String edit(Organization organization, Model model) {
		OrganizationForm form = OrganizationForm.of(organization);
		model.addAttribute("form", form);
		model.addAttribute("loaded", form.values());
		return "organizations/edit";
	}

	@PostMapping(EDIT)
	ModelAndView edit(Organization organization, OrganizationForm entered,
			@RequestParam MultiValueMap<String, String> fields, RedirectAttributes redirect) {
		OrganizationForm form = entered.withChosenPairs(fields.toSingleValueMap());
		BindingResult errors = new BeanPropertyBindingResult(form, "form");
		form.validate(errors);
		if (!errors.hasErrors()) {
			FormComparison comparison = new FormComparison(fields, OrganizationForm.of(organization).values(),
					form.values());
			if (comparison.hasConflict()) {
				return comparison.page(organization.displayName(), "/organizations/" + organization.id() + "/edit");
			}
			try {
				UpdateOrganization update = form.toUpdate(comparison.changes(), organization);
				Organization saved = update.equals(UpdateOrganization.none()) ? organization
						: this.organizations.update(organization.id(), update);
				return redirect(saved, "saved", redirect);
			}
			catch (ScalekitApiException.BadRequest | ScalekitApiException.Conflict ex) {
				explain(ex, form, errors);
			}
		}
		return new ModelAndView("organizations/edit", HttpStatus.UNPROCESSABLE_CONTENT).addAllObjects(errors.getModel())
			.addObject("loaded", FormComparison.loaded(fields));
	}

	private static ModelAndView redirect(Organization organization, String done, RedirectAttributes redirect) {
		redirect.addFlashAttribute("message", "Organization %s %s".formatted(organization.displayName(), done));
		return new ModelAndView("redirect:/organizations/" + organization.id());
	}

	private static void explain(ScalekitApiException ex, OrganizationForm form, BindingResult errors) {
		if (!(ex instanceof ScalekitApiException.Conflict)) {
			FieldErrors.add(ex.getError(), errors, OrganizationFormController::fieldOf);
		}
		else if (form.slug().isEmpty()) {
			errors.rejectValue("externalId", "taken", "Another organization has this external ID");
		}
		else {
			errors.reject("taken", Objects.requireNonNullElse(ex.getError().message(),
					"Another organization has this external ID or slug"));
		}
	}

	private static @Nullable String fieldOf(String field) {
		return switch (field) {
			case "organization.display_name" -> "displayName";
			case "organization.external_id" -> "externalId";
			case "organization.slug" -> "slug";
			case "organization.logo_url" -> "logoUrl";
			default -> field.startsWith("organization.metadata") ? "metadata" : null;
		};
	}

}
