package com.example.console.organizations;

import java.util.Collections;
import java.util.Map;
import java.util.Set;

import com.example.console.forms.FieldErrors;
import com.example.console.forms.FormComparison;
import com.example.console.web.Paths;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationSettings;
import com.scalekit.spring.client.organizations.OrganizationsClient;

/**
 * The settings of an organization: features, number of users, sessions.
 */
@Controller
@RequestMapping(Paths.ORGANIZATION + "/settings")
class SettingsController {

	private final OrganizationsClient organizations;

	SettingsController(OrganizationsClient organizations) {
		this.organizations = organizations;
	}

	@GetMapping
	ModelAndView show(Organization organization) {
		SettingsForm form = read(organization);
		return page(form, HttpStatus.OK).addObject("form", form).addObject("loaded", form.values(form));
	}

	@PostMapping
	ModelAndView save(Organization organization, @ModelAttribute("form") SettingsForm form, BindingResult errors,
			@RequestParam MultiValueMap<String, String> fields, RedirectAttributes redirect) {
		SettingsForm present = read(organization);
		Map<String, String> loaded = FormComparison.loaded(fields);
		form.validate(loaded, errors);
		if (errors.hasErrors()) {
			return page(present, HttpStatus.UNPROCESSABLE_CONTENT).addObject("loaded", loaded);
		}
		FormComparison comparison = new FormComparison(fields, present.values(present), form.values(present));
		if (comparison.hasConflict()) {
			return comparison.page("Settings of " + organization.displayName(),
					"/organizations/%s/settings".formatted(organization.id()));
		}
		if (!send(organization.id(), form, comparison.changes(), errors)) {
			SettingsForm saved = read(this.organizations.get(organization.id()));
			return page(saved, HttpStatus.UNPROCESSABLE_CONTENT).addObject("loaded", saved.values(saved));
		}
		redirect.addFlashAttribute("message", "Settings saved");
		return new ModelAndView("redirect:/organizations/{id}/settings");
	}

	/**
	 * Send what was changed. The features come first, as a session policy needs one.
	 */
	private boolean send(String id, SettingsForm form, Set<String> changes, BindingResult errors) {
		try {
			OrganizationSettings features = form.toFeatures(changes);
			if (!features.equals(OrganizationSettings.none())) {
				this.organizations.updateSettings(id, features);
			}
			if (!Collections.disjoint(changes, Set.of("sessions", "absolute", "idle"))) {
				this.organizations.updateSessionPolicy(id, form.toPolicy());
			}
			if (changes.contains("users")) {
				this.organizations.updateUserManagementSettings(id, form.toUserManagement());
			}
			return true;
		}
		catch (ScalekitApiException.BadRequest ex) {
			FieldErrors.add(ex.getError(), errors, SettingsForm::fieldOf);
			return false;
		}
	}

	private SettingsForm read(Organization organization) {
		return SettingsForm.of(organization, this.organizations.getSessionPolicy(organization.id()));
	}

	private static ModelAndView page(SettingsForm present, HttpStatus status) {
		return new ModelAndView("organizations/settings", status).addObject("present", present);
	}

}
