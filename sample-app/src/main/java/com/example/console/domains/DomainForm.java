package com.example.console.domains;

import com.example.console.forms.TextField;
import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.domains.CreateDomain;
import com.scalekit.spring.client.domains.DomainType;

/**
 * What is typed into the form of a domain.
 *
 * @param domain the domain
 * @param type what it is used for, {@code null} if nothing was chosen
 */
record DomainForm(String domain, @Nullable DomainType type) {

	DomainForm {
		domain = TextField.valueOf(domain);
	}

	CreateDomain toCreate() {
		return (this.type == DomainType.ALLOWED_EMAIL_DOMAIN) ? CreateDomain.allowedForEmail(this.domain)
				: CreateDomain.ofOrganization(this.domain);
	}

	static @Nullable String fieldOf(String field) {
		return field.endsWith("domain") ? "domain" : null;
	}

}
