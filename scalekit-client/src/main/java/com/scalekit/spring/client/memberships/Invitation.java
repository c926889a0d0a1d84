package com.scalekit.spring.client.memberships;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Enveloped;

/**
 * An invitation of a user to an organization.
 *
 * @param organizationId the identifier of the organization
 * @param userId the identifier of the user
 * @param status what has become of the invitation, such as {@code pending_invite},
 * {@code accepted}, {@code expired} or {@code revoked}
 * @param inviterEmail the e-mail address of the person who invited the user, if it was
 * given
 * @param resentCount how often the invitation was sent again
 * @param createdAt when the invitation was created
 * @param expiresAt when it expires
 * @param resentAt when it was last sent again
 */
@Enveloped("invite")
public record Invitation(String organizationId, String userId, String status, @Nullable String inviterEmail,
		int resentCount, @Nullable Instant createdAt, @Nullable Instant expiresAt, @Nullable Instant resentAt) {

}
