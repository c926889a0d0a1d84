package com.example.console.apiclients;

import com.example.console.forms.FieldErrors;
import com.example.console.forms.FormComparison;
import com.example.console.forms.TextField;
import com.example.console.web.ListRequest;
import com.example.console.web.Paths;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
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

import com.scalekit.spring.client.apiclients.ApiClient;
import com.scalekit.spring.client.apiclients.ApiClientsClient;
import com.scalekit.spring.client.apiclients.CreatedApiClient;
import com.scalekit.spring.client.error.ScalekitApiException;

/**
 * The API clients of an organization. A secret is shown once, in the answer to the form
 * that creates it, and kept nowhere.
 */
@Controller
@RequestMapping(Paths.ORGANIZATION + "/clients")
class ApiClientsController {

	private static final String CLIENT = "/{clientId:m2morg_\\w+}";

	private final ApiClientsClient clients;

	ApiClientsController(ApiClientsClient clients) {
		this.clients = clients;
	}

	@GetMapping
	ModelAndView list(@PathVariable String id, ListRequest request) {
		return new ModelAndView("apiclients/list", "page", this.clients.list(id, request.size(), request.page()));
	}

	@GetMapping("/new")
	String create(@ModelAttribute("form") ApiClientForm form) {
		return "apiclients/new";
	}

	@PostMapping("/new")
	ModelAndView create(@PathVariable String id, @ModelAttribute("form") ApiClientForm form, BindingResult errors,
			HttpServletResponse response) {
		if (validate(form, errors)) {
			try {
				CreatedApiClient created = this.clients.create(id, form.toCreate());
				return secret(created.client(), created.plainSecret(), response);
			}
			catch (ScalekitApiException.BadRequest ex) {
				FieldErrors.add(ex.getError(), errors, ApiClientForm::fieldOf);
			}
		}
		return new ModelAndView("apiclients/new", HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private static boolean validate(ApiClientForm form, BindingResult errors) {
		if (form.name().isEmpty()) {
			errors.rejectValue("name", "required", "Enter a name");
		}
		return !errors.hasErrors();
	}

	private static ModelAndView secret(ApiClient client, String secret, HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		return new ModelAndView("apiclients/secret", "client", client).addObject("secret", secret);
	}

	@GetMapping(CLIENT)
	ModelAndView show(@PathVariable String id, @PathVariable String clientId) {
		ApiClient client = this.clients.get(id, clientId);
		ApiClientForm form = ApiClientForm.of(client);
		return new ModelAndView("apiclients/show", "client", client).addObject("form", form)
			.addObject("loaded", form.values());
	}

	@PostMapping(CLIENT)
	ModelAndView save(@PathVariable String id, @PathVariable String clientId,
			@ModelAttribute("form") ApiClientForm form, BindingResult errors,
			@RequestParam MultiValueMap<String, String> fields, RedirectAttributes redirect) {
		ApiClient client = this.clients.get(id, clientId);
		FormComparison comparison = new FormComparison(fields, ApiClientForm.of(client).values(), form.values());
		if (validate(form, errors)) {
			if (comparison.hasConflict()) {
				return comparison.page(client.name(), "/organizations/%s/clients/%s".formatted(id, clientId));
			}
			try {
				if (!comparison.changes().isEmpty()) {
					this.clients.update(id, clientId, form.toUpdate(comparison.changes()));
				}
				redirect.addFlashAttribute("message", "API client saved");
				return new ModelAndView("redirect:/organizations/{id}/clients/{clientId}");
			}
			catch (ScalekitApiException.BadRequest ex) {
				FieldErrors.add(ex.getError(), errors, ApiClientForm::fieldOf);
			}
		}
		return new ModelAndView("apiclients/show", HttpStatus.UNPROCESSABLE_CONTENT).addObject("client", client)
			.addObject("loaded", FormComparison.loaded(fields));
	}

	@PostMapping(CLIENT + "/secrets")
	ModelAndView addSecret(@PathVariable String id, @PathVariable String clientId, HttpServletResponse response) {
		ApiClient client = this.clients.get(id, clientId);
		return secret(client, this.clients.createSecret(id, clientId).plainSecret(), response);
	}

	@PostMapping(CLIENT + "/secrets/{secretId:sec_\\w+}")
	String deleteSecret(@PathVariable String id, @PathVariable String clientId, @PathVariable String secretId,
			RedirectAttributes redirect) {
		this.clients.deleteSecret(id, clientId, secretId);
		redirect.addFlashAttribute("message", "Secret deleted");
		return "redirect:/organizations/{id}/clients/{clientId}";
	}

	@GetMapping(CLIENT + "/revoke")
	ModelAndView confirmRevocation(@PathVariable String id, @PathVariable String clientId) {
		return new ModelAndView("apiclients/revoke", "client", this.clients.get(id, clientId));
	}

	@PostMapping(CLIENT + "/revoke")
	ModelAndView revoke(@PathVariable String id, @PathVariable String clientId,
			@RequestParam(defaultValue = "") String name, RedirectAttributes redirect) {
		ApiClient client = this.clients.get(id, clientId);
		if (!TextField.confirms(name, client.name())) {
			return new ModelAndView("apiclients/revoke", HttpStatus.UNPROCESSABLE_CONTENT).addObject("client", client)
				.addObject("typed", name);
		}
		this.clients.delete(id, clientId);
		redirect.addFlashAttribute("message", client.name() + " revoked");
		return new ModelAndView("redirect:/organizations/{id}/clients");
	}

}
