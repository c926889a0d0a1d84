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
import org.springframework.web.bind.annotation.PathVariable;
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
	ModelAndView show(@PathVariable String id) {
		Organization organization = this.organizations.get(id);
		SettingsForm form = read(organization);
		return page(organization, form, HttpStatus.OK).addObject("form", form).addObject("loaded", form.values(form));
	}

	@PostMapping
	ModelAndView save(@PathVariable String id, @ModelAttribute("form") SettingsForm form, BindingResult errors,
			@RequestParam MultiValueMap<String, String> fields, RedirectAttributes redirect) {
		Organization organization = this.organizations.get(id);
		SettingsForm present = read(organization);
		Map<String, String> loaded = FormComparison.loaded(fields);
		form.validate(loaded, errors);
		if (errors.hasErrors()) {
			return page(organization, present, HttpStatus.UNPROCESSABLE_CONTENT).addObject("loaded", loaded);
		}
		FormComparison comparison = new FormComparison(fields, present.values(present), form.values(present));
		String path = "/organizations/" + id + "/settings";
		if (comparison.hasConflict()) {
			return comparison.page("Settings of " + organization.displayName(), path);
		}
		if (!send(id, form, comparison.changes(), errors)) {
			Organization changed = this.organizations.get(id);
			SettingsForm saved = read(changed);
			return page(changed, saved, HttpStatus.UNPROCESSABLE_CONTENT).addObject("loaded", saved.values(saved));
		}
		redirect.addFlashAttribute("message", "Settings saved");
		return new ModelAndView("redirect:" + path);
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

	private static ModelAndView page(Organization organization, SettingsForm present, HttpStatus status) {
		return new ModelAndView("organizations/settings", status).addObject("organization", organization)
			.addObject("present", present);
	}

}
