package com.scalekit.spring.interceptors;

import org.jspecify.annotations.Nullable;

/**
 * Request before a user is invited to an organization.
 *
 * @param context the circumstances
 * @param user the user, {@code null} unless Scalekit sends an existing one
 * @param organization the organization
 */
public record PreUserInvitation(InterceptorContext context, @Nullable InterceptorUser user,
		InterceptorOrganization organization) implements InterceptorRequest {

	/**
	 * Returns the e-mail address of the invited user.
	 * @return the e-mail address, empty if Scalekit sends none
	 */
	public String email() {
		return Emails.of(this.context, this.user);
	}

}
