package com.example.console.users;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import com.scalekit.spring.client.users.OrganizationMembership;
import com.scalekit.spring.client.users.User;

/**
 * A user of an organization.
 *
 * @param user the user, who may be a member of other organizations, too
 * @param membership the membership in this organization
 */
record Member(User user, OrganizationMembership membership) {

	/**
	 * Return a member of an organization. Users of others are not found.
	 */
	static Member of(String organizationId, User user) {
		return user.memberships()
			.stream()
			.filter((membership) -> membership.organizationId().equals(organizationId))
			.map((membership) -> new Member(user, membership))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
