package com.example.console.organizations;

import java.util.Set;

import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.SessionPolicy;

/**
 * Settings of an organization, as far as Scalekit tells them. It does not tell the limit
 * of users.
 *
 * @param organization the organization, which has the features
 * @param sessionPolicy the session policy that applies to it
 */
record Settings(Organization organization, SessionPolicy sessionPolicy) {

	Set<String> features() {
		return Features.of(this.organization);
	}

	/**
	 * Return what is known about the limit of users: it may have changed when the
	 * organization has.
	 */
	String userLimit() {
		return "not told by Scalekit, organization changed last at %s".formatted(this.organization.updateTime());
	}

}
