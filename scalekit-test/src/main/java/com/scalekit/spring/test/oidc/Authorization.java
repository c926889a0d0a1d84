package com.scalekit.spring.test.oidc;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a user has allowed an application by signing in.
 *
 * @param userId the id of the user
 * @param organizationId the id of the organization
 * @param sessionId the id of the session
 * @param scopes what the application may know
 * @param connectionId the id of the connection that the user signed in with, or
 * {@code null}
 */
record Authorization(String userId, String organizationId, String sessionId, List<String> scopes,
		@Nullable String connectionId) {
}
