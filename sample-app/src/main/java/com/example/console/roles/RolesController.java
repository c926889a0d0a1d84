package com.example.console.roles;

import java.util.List;

import com.example.console.forms.FieldErrors;
import com.example.console.forms.FormComparison;
import com.example.console.forms.TextField;
import com.example.console.web.Paths;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;
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
import com.scalekit.spring.client.permissions.Permission;
import com.scalekit.spring.client.permissions.PermissionsClient;
import com.scalekit.spring.client.roles.IncludedPermissions;
import com.scalekit.spring.client.roles.OrganizationRolesClient;
import com.scalekit.spring.client.roles.Role;
import com.scalekit.spring.client.roles.RolesClient;
import com.scalekit.spring.client.roles.UpdateDefaultRoles;

/**
 * The roles of the environment, or those of an organization if the path has one.
 */
@Controller
@RequestMapping({ "/roles", Paths.ORGANIZATION + "/roles" })
class RolesController {

	/** Names of roles have no hyphen. */
	private static final String NEW = "/new-role";

	private static final String ROLE = "/{role:\\w+}";

	private final RolesClient roles;

	private final OrganizationRolesClient organizationRoles;

	private final PermissionsClient permissions;

	RolesController(RolesClient roles, OrganizationRolesClient organizationRoles, PermissionsClient permissions) {
		this.roles = roles;
		this.organizationRoles = organizationRoles;
		this.permissions = permissions;
	}

	@ModelAttribute("path")
	String path(@PathVariable(required = false) @Nullable String id) {
		return (id != null) ? "/organizations/" + id + "/roles" : "/roles";
	}

	@ModelAttribute("permissions")
	List<Permission> permissions() {
		return this.permissions.all().toList();
	}

	@ModelAttribute("roles")
	List<Role> roles(@PathVariable(required = false) @Nullable String id) {
		return (id != null) ? this.organizationRoles.list(id, IncludedPermissions.EFFECTIVE)
				: this.roles.list(IncludedPermissions.EFFECTIVE);
	}

	@GetMapping
	String list() {
		return "roles/list";
	}

	@PostMapping("/default-roles")
	String setDefaults(@PathVariable(required = false) @Nullable String id, @ModelAttribute("path") String path,
			@RequestParam String member, @RequestParam(defaultValue = "") String creator, RedirectAttributes redirect) {
		if (id != null) {
			this.organizationRoles.updateDefaultMember(id, member);
		}
		else {
			this.roles.updateDefaults(UpdateDefaultRoles.none().withMemberRole(member).withCreatorRole(creator));
		}
		return redirect("Default roles saved", path, redirect);
	}

	@GetMapping(NEW)
	String create(@ModelAttribute("form") RoleForm form) {
		return "roles/new";
	}

	@PostMapping(NEW)
	ModelAndView create(@PathVariable(required = false) @Nullable String id, @ModelAttribute("path") String path,
			@ModelAttribute("form") RoleForm form, BindingResult errors, RedirectAttributes redirect) {
		form.validate(errors);
		if (!errors.hasErrors()) {
			try {
				Role created = (id != null) ? this.organizationRoles.create(id, form.toCreateOfOrganization())
						: this.roles.create(form.toCreate());
				return new ModelAndView(redirect("Role %s created".formatted(created.displayName()), path, redirect));
			}
			catch (ScalekitApiException.Conflict ex) {
				errors.rejectValue("name", "taken", "Another role has this name");
			}
			catch (ScalekitApiException.BadRequest ex) {
				FieldErrors.add(ex.getError(), errors, RoleForm::fieldOf);
			}
		}
		return new ModelAndView("roles/new", HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@GetMapping(ROLE)
	String show(@PathVariable(required = false) @Nullable String id, @PathVariable String role,
			@ModelAttribute("permissions") List<Permission> permissions, Model model) {
		Role shown = get(id, role);
		RoleForm form = RoleForm.of(shown);
		model.addAttribute("role", shown);
		model.addAttribute("form", form);
		model.addAttribute("loaded", form.values(permissions));
		return "roles/show";
	}

	@PostMapping(ROLE)
	ModelAndView save(@PathVariable(required = false) @Nullable String id, @PathVariable String role,
			@ModelAttribute("path") String path, @ModelAttribute("permissions") List<Permission> permissions,
			@ModelAttribute("form") RoleForm form, BindingResult errors,
			@RequestParam MultiValueMap<String, String> fields, RedirectAttributes redirect) {
		Role present = get(id, role);
		FormComparison comparison = new FormComparison(fields, RoleForm.of(present).values(permissions),
				form.values(permissions));
		form.validate(errors);
		if (!errors.hasErrors()) {
			if (comparison.hasConflict()) {
				return comparison.page(present.displayName(), path + "/" + role);
			}
			try {
				if (!comparison.changes().isEmpty()) {
					update(id, role, form, comparison);
				}
				return new ModelAndView(redirect("Role saved", path + "/" + role, redirect));
			}
			catch (ScalekitApiException.BadRequest ex) {
				FieldErrors.add(ex.getError(), errors, RoleForm::fieldOf);
			}
		}
		return new ModelAndView("roles/show", HttpStatus.UNPROCESSABLE_CONTENT).addObject("role", present)
			.addObject("loaded", FormComparison.loaded(fields));
	}

	private void update(@Nullable String id, String role, RoleForm form, FormComparison comparison) {
		if (id != null) {
			this.organizationRoles.update(id, role, form.toUpdate(comparison.changes()));
		}
		else {
			this.roles.update(role, form.toUpdate(comparison.changes()));
		}
	}

	@GetMapping(ROLE + "/delete")
	ModelAndView confirmDelete(@PathVariable(required = false) @Nullable String id, @PathVariable String role) {
		return new ModelAndView("roles/delete", "role", get(id, role));
	}

	@PostMapping(ROLE + "/delete")
	ModelAndView delete(@PathVariable(required = false) @Nullable String id, @PathVariable String role,
			@ModelAttribute("path") String path, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "") String replacement, RedirectAttributes redirect) {
		Role present = get(id, role);
		ModelAndView page = new ModelAndView("roles/delete", HttpStatus.UNPROCESSABLE_CONTENT).addObject("role",
				present);
		if (!TextField.confirms(name, present.displayName())) {
			return page.addObject("typed", name);
		}
		try {
			delete(id, role, StringUtils.hasText(replacement) ? replacement : null);
			return new ModelAndView(redirect("Role %s deleted".formatted(present.displayName()), path, redirect));
		}
		catch (ScalekitApiException.BadRequest ex) {
			return page.addObject("refused", FieldErrors.text(ex.getError()));
		}
	}

	private void delete(@Nullable String id, String role, @Nullable String replacement) {
		if (id != null) {
			this.organizationRoles.delete(id, role, replacement);
		}
		else {
			this.roles.delete(role, replacement);
		}
	}

	private Role get(@Nullable String id, String role) {
		return (id != null) ? this.organizationRoles.get(id, role, IncludedPermissions.DIRECT)
				: this.roles.get(role, IncludedPermissions.DIRECT);
	}

	private static String redirect(String message, String path, RedirectAttributes redirect) {
		redirect.addFlashAttribute("message", message);
		return "redirect:" + path;
	}

}
