package com.example.console.organizations;

import java.util.List;
import java.util.Set;

import com.example.console.organizations.FormComparison.Difference;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

import com.scalekit.spring.client.organizations.Organization;

/**
 * Page that shows what others have changed and what was entered, and asks which of them
 * to keep. It sends the form again, with the choices and with the values it shows as
 * those it was loaded with.
 */
final class ConflictPage {

	private ConflictPage() {
	}

	static ModelAndView of(Organization organization, String form, FormComparison comparison,
			FormParameters parameters) {
		List<Difference> differences = comparison.differences();
		Set<String> kept = parameters.kept();
		differences.forEach((difference) -> kept.remove(difference.name()));
		return new ModelAndView("organizations/conflict", HttpStatus.CONFLICT).addObject("organization", organization)
			.addObject("form", form)
			.addObject("differences", differences)
			.addObject("kept", kept)
			.addObject("loaded", comparison.present())
			.addObject("entered", parameters.entered());
	}

}
