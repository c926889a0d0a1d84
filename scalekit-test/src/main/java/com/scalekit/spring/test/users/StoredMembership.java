package com.scalekit.spring.test.users;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The membership of a user in an organization, at one moment. What is not set is
 * {@code null}. This type gets new components when Scalekit's memberships do, so its
 * constructor is no part of the API.
 *
 * @param organizationId the id of the organization
 * @param name the name of the organization
 * @param displayName the name of the organization that is shown to people
 * @param membershipStatus {@code ACTIVE}, {@code INACTIVE}, {@code PENDING_INVITE} or
 * {@code INVITE_EXPIRED}
 * @param roles the roles that the user was given
 * @param permissions the names of the permissions that come with the roles
 * @param metadata the metadata, may be empty
 * @param provisioningMethod how the user became a member
 * @param inviterEmail the e-mail address of the person who invited the user, or
 * {@code null}
 * @param createdAt when the invitation was created, or {@code null} if there was none
 * @param acceptedAt when it was accepted, or {@code null}
 * @param expiresAt when it expires, or {@code null} if there was none
 * @param resentAt when it was last sent again, or {@code null}
 * @param resentCount how often it was sent again
 * @param joinTime when the user became a member, or {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoredMembership(String organizationId, @Nullable String name, @Nullable String displayName,
		String membershipStatus, List<Role> roles, List<String> permissions, Map<String, String> metadata,
		String provisioningMethod, @Nullable String inviterEmail, @Nullable Instant createdAt,
		@Nullable Instant acceptedAt, @Nullable Instant expiresAt, @JsonIgnore @Nullable Instant resentAt,
		@JsonIgnore int resentCount, @Nullable Instant joinTime) {

	static final String ACTIVE = "ACTIVE";

	static final String INACTIVE = "INACTIVE";

	static final String PENDING_INVITE = "PENDING_INVITE";

	static final String INVITE_EXPIRED = "INVITE_EXPIRED";

	static StoredMembership joined(String organizationId, String status, Instant now) {
		return new StoredMembership(organizationId, null, null, status, List.of(), List.of(), Map.of(),
				"direct_provision", null, null, null, null, null, 0, now);
	}

	static StoredMembership invited(String organizationId, Instant now, Instant expiresAt) {
		return new StoredMembership(organizationId, null, null, PENDING_INVITE, List.of(), List.of(), Map.of(),
				"invitation", null, now, null, expiresAt, null, 0, null);
	}

	/**
	 * Return whether the user can sign in to the organization.
	 * @return {@code false} if the user was deactivated, or was invited and the
	 * invitation has expired
	 */
	@JsonIgnore
	public boolean isOpen() {
		return this.membershipStatus.equals(ACTIVE) || this.membershipStatus.equals(PENDING_INVITE);
	}

	/**
	 * Return whether the user has not yet accepted the invitation.
	 * @return whether the user is invited only
	 */
	@JsonIgnore
	public boolean isInvitation() {
		return this.membershipStatus.equals(PENDING_INVITE) || this.membershipStatus.equals(INVITE_EXPIRED);
	}

	List<String> roleNames() {
		return this.roles.stream().map(Role::name).toList();
	}

	/**
	 * A role that a user has.
	 *
	 * @param id the id of the role
	 * @param name the name
	 * @param displayName the name that is shown to people
	 */
	public record Role(@Nullable String id, String name, @Nullable String displayName) {
	}

}
