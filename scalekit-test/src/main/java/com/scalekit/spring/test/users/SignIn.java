package com.scalekit.spring.test.users;

import org.jspecify.annotations.Nullable;

/**
 * What happens to logins instead of showing a page.
 *
 * @param userId the id of the user who signs in, or {@code null} if the login fails
 * @param organizationId the id of the organization that the user signs in to, or
 * {@code null} to leave it to the request
 * @param error the error that the login fails with, or {@code null}
 * @param description the description of the error, or {@code null}
 */
public record SignIn(@Nullable String userId, @Nullable String organizationId, @Nullable String error,
		@Nullable String description) {
}
