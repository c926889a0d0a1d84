package com.scalekit.spring.interceptors;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;

/**
 * User in a request.
 *
 * @param id the identifier, starting with {@code usr_}
 * @param email the e-mail address
 * @param emailVerified whether the e-mail address is verified
 * @param name the whole name, if there is one
 * @param givenName the given name, if there is one
 * @param familyName the family name, if there is one
 * @param createdAt when the user was created
 * @param updatedAt when the user was last changed
 * @param metadata the application's own data
 * @param memberships the organizations the user is a member of
 */
public record InterceptorUser(String id, String email, boolean emailVerified, @Nullable String name,
		@JsonAlias("first_name") @Nullable String givenName, @JsonAlias("last_name") @Nullable String familyName,
		@Nullable Instant createdAt, @Nullable Instant updatedAt, Map<String, @Nullable Object> metadata,
		List<Membership> memberships) {

	/**
	 * Membership in an organization.
	 *
	 * @param organizationId the identifier of the organization
	 * @param organizationName the name of the organization, if Scalekit sends it
	 * @param status the status, such as {@code ACTIVE}
	 * @param roles the names of the roles
	 * @param metadata the application's own data
	 */
	public record Membership(String organizationId, @Nullable String organizationName, String status,
			List<String> roles, Map<String, @Nullable Object> metadata) {

	}

}
