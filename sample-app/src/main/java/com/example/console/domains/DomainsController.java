package com.example.console.domains;

import com.example.console.forms.FieldErrors;
import com.example.console.forms.TextField;
import com.example.console.web.Paths;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.scalekit.spring.client.domains.Domain;
import com.scalekit.spring.client.domains.DomainsClient;
import com.scalekit.spring.client.error.ScalekitApiException;

/**
 * The domains of an organization: adds them, and removes them.
 */
@Controller
@RequestMapping(Paths.ORGANIZATION + "/domains")
class DomainsController {

	private static final String REMOVE = "/{domainId:dom_\\w+}/remove";

	private final DomainsClient domains;

	DomainsController(DomainsClient domains) {
		this.domains = domains;
	}

	@GetMapping
	ModelAndView list(@PathVariable String id, @ModelAttribute("form") DomainForm form) {
		return new ModelAndView("domains/list", "domains", this.domains.all(id).toList());
	}

	@PostMapping
	ModelAndView add(@PathVariable String id, @ModelAttribute("form") DomainForm form, BindingResult errors,
			RedirectAttributes redirect) {
		if (form.domain().isEmpty()) {
			errors.rejectValue("domain", "required", "Enter a domain");
		}
		else {
			try {
				this.domains.create(id, form.toCreate());
				redirect.addFlashAttribute("message", form.domain() + " added");
				return new ModelAndView("redirect:/organizations/{id}/domains");
			}
			catch (ScalekitApiException.BadRequest ex) {
				FieldErrors.add(ex.getError(), errors, DomainForm::fieldOf);
			}
		}
		ModelAndView page = list(id, form);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	@GetMapping(REMOVE)
	ModelAndView confirmRemoval(@PathVariable String id, @PathVariable String domainId) {
		return new ModelAndView("domains/remove", "domain", this.domains.get(id, domainId));
	}

	@PostMapping(REMOVE)
	ModelAndView remove(@PathVariable String id, @PathVariable String domainId,
			@RequestParam(defaultValue = "") String name, RedirectAttributes redirect) {
		Domain domain = this.domains.get(id, domainId);
		if (!TextField.confirms(name, domain.domain())) {
			return new ModelAndView("domains/remove", HttpStatus.UNPROCESSABLE_CONTENT).addObject("domain", domain)
				.addObject("typed", name);
		}
		this.domains.delete(id, domainId);
		redirect.addFlashAttribute("message", domain.domain() + " removed");
		return new ModelAndView("redirect:/organizations/{id}/domains");
	}

}
