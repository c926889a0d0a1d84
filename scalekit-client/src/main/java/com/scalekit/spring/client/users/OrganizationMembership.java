package com.scalekit.spring.client.users;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The membership of a user in an organization.
 *
 * @param organizationId the identifier of the organization
 * @param name the name of the organization, if Scalekit sends one
 * @param displayName the name of the organization that is shown to people, if Scalekit
 * sends one
 * @param membershipStatus whether the user may sign in to the organization
 * @param roles the roles of the user in the organization
 * @param permissions the names of the user's permissions in the organization
 * @param metadata the application's own data, in the order received
 * @param provisioningMethod how the user became a member, such as {@code jit_using_sso},
 * {@code allowed_email_domain}, {@code org_creator}, {@code direct_provision} or
 * {@code invitation}
 * @param inviterEmail the e-mail address of the person who invited the user, if somebody
 * did
 * @param createdAt when the invitation was created
 * @param acceptedAt when it was accepted
 * @param expiresAt when it expires
 * @param joinTime when the user became a member
 */
public record OrganizationMembership(String organizationId, @Nullable String name, @Nullable String displayName,
		MembershipStatus membershipStatus, List<RoleReference> roles, List<String> permissions,
		Map<String, String> metadata, @Nullable String provisioningMethod, @Nullable String inviterEmail,
		@Nullable Instant createdAt, @Nullable Instant acceptedAt, @Nullable Instant expiresAt,
		@Nullable Instant joinTime) {

}
