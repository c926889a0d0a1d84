package com.example.console.organizations;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BeanPropertyBindingResult;
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
import com.scalekit.spring.client.organizations.OrganizationSettings;
import com.scalekit.spring.client.organizations.OrganizationsClient;

/**
 * The settings of an organization: features, number of users, sessions.
 */
@Controller
@RequestMapping("/organizations" + OrganizationsController.ORGANIZATION + "/settings")
class SettingsController {

	private final OrganizationsClient organizations;

	SettingsController(OrganizationsClient organizations) {
		this.organizations = organizations;
	}

	@GetMapping
	ModelAndView show(@PathVariable String id) {
		Settings settings = read(id);
		SettingsForm form = SettingsForm.of(settings);
		return page(settings, HttpStatus.OK).addObject("form", form).addObject("loaded", form.values(settings));
	}

	@PostMapping
	ModelAndView save(@PathVariable String id, @ModelAttribute("form") SettingsForm form, BindingResult errors,
			@RequestParam MultiValueMap<String, String> fields, RedirectAttributes redirect) {
		return save(read(id), form, errors, new FormParameters(fields), redirect);
	}

	@PostMapping(params = "resolved")
	ModelAndView resolveConflict(@PathVariable String id, SettingsForm form,
			@RequestParam MultiValueMap<String, String> fields, RedirectAttributes redirect) {
		FormParameters parameters = new FormParameters(fields);
		Settings settings = read(id);
		SettingsForm resolved = form.with(parameters.kept(), settings);
		return save(settings, resolved, new BeanPropertyBindingResult(resolved, "form"), parameters, redirect);
	}

	private ModelAndView save(Settings settings, SettingsForm form, BindingResult errors, FormParameters parameters,
			RedirectAttributes redirect) {
		Map<String, String> loaded = parameters.loaded();
		form.validate(loaded, errors);
		if (errors.hasErrors()) {
			return refused(settings, errors, loaded);
		}
		FormComparison comparison = new FormComparison(loaded, SettingsForm.of(settings).values(settings),
				form.values(settings));
		if (comparison.hasConflict()) {
			return ConflictPage.of(settings.organization(), "settings", comparison, parameters);
		}
		String id = settings.organization().id();
		if (!send(id, form, comparison.changes(), errors)) {
			Settings present = read(id);
			return refused(present, errors, SettingsForm.of(present).values(present));
		}
		redirect.addFlashAttribute("message", "Settings saved");
		return new ModelAndView("redirect:/organizations/" + id + "/settings");
	}

	/**
	 * Send what was changed. The features come first, as a session policy needs one.
	 */
	private boolean send(String id, SettingsForm form, Set<String> changes, BindingResult errors) {
		OrganizationSettings features = form.toFeatures(changes);
		if (!features.equals(OrganizationSettings.none())
				&& !send(() -> this.organizations.updateSettings(id, features), (field) -> null, errors)) {
			return false;
		}
		if (changes.contains(SettingsForm.SESSIONS)
				&& !send(() -> this.organizations.updateSessionPolicy(id, form.sessions().toPolicy()),
						SessionPolicyForm::fieldOf, errors)) {
			return false;
		}
		return !changes.contains(SettingsForm.USERS)
				|| send(() -> this.organizations.updateUserManagementSettings(id, form.users().toSettings()),
						UserLimitForm::fieldOf, errors);
	}

	private static boolean send(Runnable update, Function<String, @Nullable String> fields, BindingResult errors) {
		try {
			update.run();
			return true;
		}
		catch (ScalekitApiException.BadRequest ex) {
			FieldErrors.add(ex.getError(), errors, fields);
			return false;
		}
	}

	private Settings read(String id) {
		return new Settings(this.organizations.get(id), this.organizations.getSessionPolicy(id));
	}

	private static ModelAndView refused(Settings settings, BindingResult errors, Map<String, String> loaded) {
		return page(settings, HttpStatus.UNPROCESSABLE_CONTENT).addAllObjects(errors.getModel())
			.addObject("loaded", loaded);
	}

	private static ModelAndView page(Settings settings, HttpStatus status) {
		return new ModelAndView("organizations/settings", status).addObject("organization", settings.organization())
			.addObject("features", settings.features());
	}

}
