package com.example.console.organizations;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.UpdateOrganization;

/**
 * Creates and edits organizations. The metadata editor needs no script: its buttons send
 * the form, which comes back with a row more or less.
 */
@Controller
class OrganizationFormController {

	private static final String NEW = "/organizations/new";

	private static final String EDIT = "/organizations" + OrganizationsController.ORGANIZATION + "/edit";

	private final OrganizationsClient organizations;

	OrganizationFormController(OrganizationsClient organizations) {
		this.organizations = organizations;
	}

	@InitBinder("form")
	void initBinder(WebDataBinder binder) {
		binder.setRequiredFields("displayName");
	}

	@GetMapping(NEW)
	String create(@RequestParam(defaultValue = "") String externalId, Model model) {
		model.addAttribute("form", OrganizationForm.withExternalId(externalId));
		return "organizations/new";
	}

	@PostMapping(NEW)
	ModelAndView create(@ModelAttribute("form") OrganizationForm form, BindingResult errors,
			RedirectAttributes redirect) {
		refuseRepeatedKey(form, errors);
		if (!errors.hasErrors()) {
			try {
				Organization created = this.organizations.create(form.toCreate());
				return redirect(created, "created", redirect);
			}
			catch (ScalekitApiException.BadRequest | ScalekitApiException.Conflict ex) {
				explain(ex, form, errors);
			}
		}
		return new ModelAndView("organizations/new", HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PostMapping(path = NEW, params = "add")
	ModelAndView addEntry(OrganizationForm form) {
		return withOneMore("organizations/new", form);
	}

	@PostMapping(path = NEW, params = "remove")
	ModelAndView removeEntry(OrganizationForm form, @RequestParam int remove) {
		return withOneLess("organizations/new", form, remove);
	}

	@GetMapping(EDIT)
	String edit(@PathVariable String id, Model model) {
		Organization organization = this.organizations.get(id);
		OrganizationForm form = OrganizationForm.of(organization);
		model.addAttribute("organization", organization);
		model.addAttribute("form", form);
		model.addAttribute("loaded", form.values());
		return "organizations/edit";
	}

	@PostMapping(EDIT)
	ModelAndView edit(@PathVariable String id, @ModelAttribute("form") OrganizationForm form, BindingResult errors,
			@RequestParam MultiValueMap<String, String> fields, RedirectAttributes redirect) {
		refuseRepeatedKey(form, errors);
		return save(this.organizations.get(id), form, errors, new FormParameters(fields), redirect);
	}

	@PostMapping(path = EDIT, params = "resolved")
	ModelAndView resolveConflict(@PathVariable String id, OrganizationForm form,
			@RequestParam MultiValueMap<String, String> fields, RedirectAttributes redirect) {
		FormParameters parameters = new FormParameters(fields);
		Organization organization = this.organizations.get(id);
		OrganizationForm resolved = form.with(parameters.kept(), OrganizationForm.of(organization));
		return save(organization, resolved, new BeanPropertyBindingResult(resolved, "form"), parameters, redirect);
	}

	private ModelAndView save(Organization organization, OrganizationForm form, BindingResult errors,
			FormParameters parameters, RedirectAttributes redirect) {
		if (!errors.hasErrors()) {
			FormComparison comparison = new FormComparison(parameters.loaded(),
					OrganizationForm.of(organization).values(), form.values());
			if (comparison.hasConflict()) {
				return ConflictPage.of(organization, "edit", comparison, parameters);
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
			.addObject("organization", organization)
			.addObject("loaded", parameters.loaded());
	}

	@PostMapping(path = EDIT, params = "add")
	ModelAndView addEntry(@PathVariable String id, OrganizationForm form,
			@RequestParam MultiValueMap<String, String> fields) {
		return withOneMore("organizations/edit", form).addObject("organization", this.organizations.get(id))
			.addObject("loaded", new FormParameters(fields).loaded());
	}

	@PostMapping(path = EDIT, params = "remove")
	ModelAndView removeEntry(@PathVariable String id, OrganizationForm form, @RequestParam int remove,
			@RequestParam MultiValueMap<String, String> fields) {
		return withOneLess("organizations/edit", form, remove).addObject("organization", this.organizations.get(id))
			.addObject("loaded", new FormParameters(fields).loaded());
	}

	private static ModelAndView withOneMore(String page, OrganizationForm form) {
		return new ModelAndView(page, "form", form.addEntry()).addObject("focus", "row");
	}

	private static ModelAndView withOneLess(String page, OrganizationForm form, int row) {
		return new ModelAndView(page, "form", form.removeEntry(row)).addObject("focus", "add");
	}

	private static ModelAndView redirect(Organization organization, String done, RedirectAttributes redirect) {
		redirect.addFlashAttribute("message", "Organization %s %s".formatted(organization.displayName(), done));
		return new ModelAndView("redirect:/organizations/" + organization.id());
	}

	private static void refuseRepeatedKey(OrganizationForm form, BindingResult errors) {
		int row = form.repeatedKey();
		if (row >= 0) {
			errors.rejectValue("metadata[%d]".formatted(row), "repeated", "Another row has this key");
		}
	}

	private static void explain(ScalekitApiException ex, OrganizationForm form, BindingResult errors) {
		if (!(ex instanceof ScalekitApiException.Conflict)) {
			FieldErrors.add(ex.getError(), errors, (field) -> fieldOf(form, field));
		}
		else if (form.slug().isEmpty()) {
			errors.rejectValue("externalId", "taken", "Another organization has this external ID");
		}
		else {
			errors.reject("taken", Objects.requireNonNullElse(ex.getError().message(),
					"Another organization has this external ID or slug"));
		}
	}

	private static @Nullable String fieldOf(OrganizationForm form, String field) {
		return switch (field) {
			case "organization.display_name" -> "displayName";
			case "organization.external_id" -> "externalId";
			case "organization.slug" -> "slug";
			case "organization.logo_url" -> "logoUrl";
			case "organization.metadata" -> "metadata";
			default -> metadataRow(form, field);
		};
	}

	/**
	 * Return the row of a field such as {@code organization.metadata["plan"]}.
	 */
	private static @Nullable String metadataRow(OrganizationForm form, String field) {
		String start = "organization.metadata[\"";
		String end = "\"]";
		if (!field.startsWith(start) || !field.endsWith(end)) {
			return null;
		}
		int row = form.row(field.substring(start.length(), field.length() - end.length()));
		return (row >= 0) ? "metadata[%d]".formatted(row) : null;
	}

}
