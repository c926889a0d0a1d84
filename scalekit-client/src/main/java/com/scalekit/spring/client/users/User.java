package com.scalekit.spring.client.users;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Enveloped;

/**
 * A user: a person who may be a member of organizations.
 *
 * @param id the identifier, starting with {@code usr_}
 * @param email the e-mail address
 * @param externalId the application's own identifier of the user, if it has set one
 * @param userProfile what is known about the person, {@code null} if Scalekit sends none
 * @param metadata the application's own data, in the order received
 * @param memberships the memberships in organizations
 * @param createTime when the user was created
 * @param updateTime when it was last changed
 * @param lastLoginTime when the user last signed in
 */
@Enveloped("user")
public record User(String id, String email, @Nullable String externalId, @Nullable UserProfile userProfile,
		Map<String, String> metadata, List<OrganizationMembership> memberships, @Nullable Instant createTime,
		@Nullable Instant updateTime, @Nullable Instant lastLoginTime) {

	/**
	 * Find the membership of the user in an organization.
	 * @param organizationId the identifier of the organization
	 * @return the membership, or nothing if the user is not a member of the organization
	 */
	public Optional<OrganizationMembership> findMembership(String organizationId) {
		return this.memberships.stream()
			.filter((membership) -> membership.organizationId().equals(organizationId))
			.findFirst();
	}

}
