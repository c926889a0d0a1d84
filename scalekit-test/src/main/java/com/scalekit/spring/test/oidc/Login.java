package com.scalekit.spring.test.oidc;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.sessions.StoredSession;
import com.scalekit.spring.test.users.StoredMembership;
import com.scalekit.spring.test.users.StoredUser;

/**
 * A login that goes on.
 *
 * @param request what the application asks for
 * @param organizationId the id of the organization that it asks for, or {@code null}
 * @param session the session of the browser, or {@code null}
 * @param signedIn the user of that session, or {@code null}
 */
record Login(AuthorizationRequest request, @Nullable String organizationId, @Nullable StoredSession session,
		@Nullable StoredUser signedIn) {

	Optional<StoredUser> user() {
		return Optional.ofNullable(this.signedIn);
	}

	StoredSession requireSession() {
		return Optional.ofNullable(this.session).orElseThrow();
	}

	/**
	 * Return the memberships that a user can sign in to.
	 */
	List<StoredMembership> memberships(StoredUser user) {
		return user.memberships()
			.stream()
			.filter(StoredMembership::isOpen)
			.filter((membership) -> this.organizationId == null
					|| this.organizationId.equals(membership.organizationId()))
			.toList();
	}

	/**
	 * Return the membership in the organization that the application asks for.
	 */
	Optional<StoredMembership> requestedMembership(StoredUser user) {
		return Optional.ofNullable(this.organizationId).flatMap(user::membership).filter(StoredMembership::isOpen);
	}

}
