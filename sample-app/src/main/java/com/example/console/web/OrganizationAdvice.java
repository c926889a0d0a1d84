package com.example.console.web;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;

/**
 * Gives pages below {@link Paths#ORGANIZATION} their organization.
 */
@ControllerAdvice
class OrganizationAdvice {

	private final OrganizationsClient organizations;

	OrganizationAdvice(OrganizationsClient organizations) {
		this.organizations = organizations;
	}

	@ModelAttribute
	@Nullable Organization organization(@PathVariable(required = false) @Nullable String id) {
		return (id != null) ? this.organizations.get(id) : null;
	}

}
