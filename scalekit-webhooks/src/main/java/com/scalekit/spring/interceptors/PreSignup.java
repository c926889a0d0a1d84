package com.scalekit.spring.interceptors;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Request before a user signs up, which creates an organization.
 *
 * @param context the circumstances
 * @param user the user, {@code null} unless already a member of another organization
 */
public record PreSignup(InterceptorContext context, @Nullable InterceptorUser user) implements InterceptorRequest {

	/**
	 * Returns the e-mail address the user signs up with.
	 * @return the e-mail address, empty if Scalekit sends none
	 */
	public String email() {
		return Emails.of(this.context, this.user);
	}

	/**
	 * Allows the sign-up and makes the user a member of an existing organization, instead
	 * of a new one.
	 * @param organizationId the identifier of the organization, starting with
	 * {@code org_}
	 * @param roles the names of the user's roles, none for the default ones
	 * @return the decision
	 */
	public Decision allowInto(String organizationId, String... roles) {
		Assert.hasText(organizationId, "'organizationId' must not be empty");
		return allowIntoMembership("organization_id", organizationId, roles);
	}

	/**
	 * Allows the sign-up and makes the user a member of an existing organization, instead
	 * of a new one.
	 * @param externalOrganizationId the application's own identifier of the organization
	 * @param roles the names of the user's roles, none for the default ones
	 * @return the decision
	 */
	public Decision allowIntoExternal(String externalOrganizationId, String... roles) {
		Assert.hasText(externalOrganizationId, "'externalOrganizationId' must not be empty");
		return allowIntoMembership("external_organization_id", externalOrganizationId, roles);
	}

	private static Decision allowIntoMembership(String key, String organization, String... roles) {
		Assert.noNullElements(roles, "'roles' must not contain null");
		return Decision
			.allowed(Map.of("create_organization_membership", Map.of(key, organization, "roles", List.of(roles))));
	}

}
