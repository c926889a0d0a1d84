package com.example.console.roles;

import java.util.Map;

import com.example.console.forms.FieldErrors;
import com.example.console.forms.FormComparison;
import com.example.console.forms.TextField;
import com.example.console.web.ListRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
import com.scalekit.spring.client.permissions.CreatePermission;
import com.scalekit.spring.client.permissions.Permission;
import com.scalekit.spring.client.permissions.PermissionsClient;

/**
 * The permissions that roles consist of.
 */
@Controller
@RequestMapping("/permissions")
class PermissionsController {

	private static final String PERMISSION = "/{permission:[\\w:]+}";

	private final PermissionsClient permissions;

	PermissionsController(PermissionsClient permissions) {
		this.permissions = permissions;
	}

	@GetMapping
	ModelAndView list(ListRequest request, @ModelAttribute("form") PermissionForm form) {
		return new ModelAndView("permissions/list", "page", this.permissions.list(request.size(), request.page()));
	}

	@PostMapping
	ModelAndView create(ListRequest request, @ModelAttribute("form") PermissionForm form, BindingResult errors,
			RedirectAttributes redirect) {
		if (form.name().isEmpty()) {
			errors.rejectValue("name", "required", "Enter a name");
		}
		else {
			try {
				this.permissions.create(CreatePermission.named(form.name()).withDescription(form.description()));
				redirect.addFlashAttribute("message", "Permission %s created".formatted(form.name()));
				return new ModelAndView("redirect:/permissions");
			}
			catch (ScalekitApiException.Conflict ex) {
				errors.rejectValue("name", "taken", "Another permission has this name");
			}
			catch (ScalekitApiException.BadRequest ex) {
				FieldErrors.add(ex.getError(), errors, PermissionForm::fieldOf);
			}
		}
		ModelAndView page = list(request, form);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	@GetMapping(PERMISSION)
	String show(@PathVariable String permission, Model model) {
		Permission shown = this.permissions.get(permission);
		PermissionForm form = PermissionForm.of(shown);
		model.addAttribute("permission", shown);
		model.addAttribute("form", form);
		model.addAttribute("loaded", form.values());
		return "permissions/show";
	}

	@PostMapping(PERMISSION)
	ModelAndView save(@PathVariable String permission, @ModelAttribute("form") PermissionForm form,
			BindingResult errors, @RequestParam MultiValueMap<String, String> fields, RedirectAttributes redirect) {
		Permission present = this.permissions.get(permission);
		FormComparison comparison = new FormComparison(fields, PermissionForm.of(present).values(), form.values());
		if (comparison.hasConflict()) {
			return comparison.page(permission, "/permissions/" + permission);
		}
		try {
			if (!comparison.changes().isEmpty()) {
				this.permissions.update(permission, form.description());
			}
			redirect.addFlashAttribute("message", "Permission saved");
			return new ModelAndView("redirect:/permissions/{permission}");
		}
		catch (ScalekitApiException.BadRequest ex) {
			FieldErrors.add(ex.getError(), errors, PermissionForm::fieldOf);
			return new ModelAndView("permissions/show", HttpStatus.UNPROCESSABLE_CONTENT)
				.addObject("permission", present)
				.addObject("loaded", FormComparison.loaded(fields));
		}
	}

	@GetMapping(PERMISSION + "/delete")
	ModelAndView confirmDelete(@PathVariable String permission) {
		return new ModelAndView("permissions/delete", "permission", this.permissions.get(permission));
	}

	@PostMapping(PERMISSION + "/delete")
	ModelAndView delete(@PathVariable String permission, @RequestParam(defaultValue = "") String name,
			RedirectAttributes redirect) {
		if (!TextField.confirms(name, permission)) {
			return new ModelAndView("permissions/delete", HttpStatus.UNPROCESSABLE_CONTENT)
				.addObject("permission", this.permissions.get(permission))
				.addObject("typed", name);
		}
		this.permissions.delete(permission);
		redirect.addFlashAttribute("message", "Permission %s deleted".formatted(permission));
		return new ModelAndView("redirect:/permissions");
	}

	/**
	 * What is typed into the form of a permission.
	 *
	 * @param name the name that access tokens have, which never changes
	 * @param description what it allows
	 */
	record PermissionForm(String name, String description) {

		PermissionForm {
			name = TextField.valueOf(name);
			description = TextField.valueOf(description);
		}

		static PermissionForm of(Permission permission) {
			return new PermissionForm(permission.name(), permission.description());
		}

		Map<String, String> values() {
			return Map.of("description", this.description);
		}

		static @Nullable String fieldOf(String field) {
			String name = field.replaceFirst("^permission\\.", "");
			return (name.equals("name") || name.equals("description")) ? name : null;
		}

	}

}
