package com.scalekit.spring.client.domains;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to add a domain to an organization.
 */
public final class CreateDomain extends JsonObject<CreateDomain> {

	private CreateDomain(Map<String, @Nullable Object> members) {
		super(CreateDomain::new, members);
	}

	/**
	 * Start with a domain that the organization owns.
	 * @param domain the domain, such as {@code acme.com}, 4 to 255 characters
	 * @return a request with the domain
	 * @throws IllegalArgumentException if the domain is empty
	 */
	public static CreateDomain ofOrganization(String domain) {
		return of(domain, DomainType.ORGANIZATION_DOMAIN);
	}

	/**
	 * Start with a domain whose users may join the organization.
	 * @param domain the domain, such as {@code acme.com}, 4 to 255 characters
	 * @return a request with the domain
	 * @throws IllegalArgumentException if the domain is empty
	 */
	public static CreateDomain allowedForEmail(String domain) {
		return of(domain, DomainType.ALLOWED_EMAIL_DOMAIN);
	}

	private static CreateDomain of(String domain, DomainType type) {
		Assert.hasText(domain, "'domain' must not be empty");
		return new CreateDomain(Map.of()).with("domain", domain).with("domain_type", type);
	}

}
