package com.example.console.organizations;

import java.util.Set;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
import com.scalekit.spring.client.organizations.OrganizationsClient;

/**
 * The settings of an organization: features, number of users, sessions.
 */
@Controller
@RequestMapping("/organizations" + OrganizationsController.ORGANIZATION + "/settings")
class SettingsController {

	private final OrganizationsClient organizations;

	private final Tenants tenants;

	SettingsController(OrganizationsClient organizations, Tenants tenants) {
		this.organizations = organizations;
		this.tenants = tenants;
	}

	@GetMapping
	String show(@PathVariable String id, Model model) {
		addSettings(id, model);
		return "organizations/settings";
	}

	@PostMapping("/features")
	ModelAndView switchFeatures(@PathVariable String id, @RequestParam(defaultValue = "") Set<String> enabled,
			RedirectAttributes redirect) {
		this.tenants.switchFeatures(id, enabled);
		return redirect(id, "Features saved", redirect);
	}

	@PostMapping("/users")
	ModelAndView limitUsers(@PathVariable String id, @ModelAttribute("users") UserLimitForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		form.validate(errors);
		if (!errors.hasErrors()) {
			try {
				this.organizations.updateUserManagementSettings(id, form.toSettings());
				return redirect(id, "User limit saved", redirect);
			}
			catch (ScalekitApiException.BadRequest ex) {
				FieldErrors.add(ex.getError(), errors, UserLimitForm::fieldOf);
			}
		}
		return refused(id, model);
	}

	@PostMapping("/sessions")
	ModelAndView changeSessionPolicy(@PathVariable String id, @ModelAttribute("sessions") SessionPolicyForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		form.validate(errors);
		if (!errors.hasErrors()) {
			try {
				this.organizations.updateSessionPolicy(id, form.toPolicy());
				return redirect(id, "Session policy saved", redirect);
			}
			catch (ScalekitApiException.BadRequest ex) {
				FieldErrors.add(ex.getError(), errors, SessionPolicyForm::fieldOf);
			}
		}
		return refused(id, model);
	}

	private static ModelAndView redirect(String id, String message, RedirectAttributes redirect) {
		redirect.addFlashAttribute("message", message);
		return new ModelAndView("redirect:/organizations/" + id + "/settings");
	}

	private ModelAndView refused(String id, Model model) {
		addSettings(id, model);
		return new ModelAndView("organizations/settings", HttpStatus.UNPROCESSABLE_CONTENT);
	}

	/**
	 * Add what the page shows, but for the form that was sent.
	 */
	private void addSettings(String id, Model model) {
		Organization organization = this.organizations.get(id);
		model.addAttribute("organization", organization);
		model.addAttribute("features", Features.of(organization));
		model.addAttribute("enabled", Features.enabled(organization));
		if (!model.containsAttribute("users")) {
			model.addAttribute("users", UserLimitForm.EMPTY);
		}
		if (!model.containsAttribute("sessions")) {
			model.addAttribute("sessions", SessionPolicyForm.of(this.organizations.getSessionPolicy(id)));
		}
	}

}
