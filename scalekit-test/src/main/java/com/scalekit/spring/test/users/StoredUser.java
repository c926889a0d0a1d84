package com.scalekit.spring.test.users;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A user as the server keeps it, at one moment. What is not set is {@code null}. This
 * type gets new components when Scalekit's users do, so its constructor is no part of the
 * API.
 *
 * @param id the id, such as {@code usr_1234}
 * @param email the e-mail address
 * @param externalId the id that the application knows the user by, or {@code null}
 * @param userProfile what is known about the person
 * @param metadata the metadata, may be empty
 * @param memberships the memberships in organizations
 * @param createTime when the user was created
 * @param updateTime when the user was last changed
 * @param lastLoginTime when the user last signed in, or {@code null}
 * @param listed whether the login page offers the user
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoredUser(String id, String email, @Nullable String externalId, Profile userProfile,
		Map<String, String> metadata, List<StoredMembership> memberships, Instant createTime, Instant updateTime,
		@Nullable Instant lastLoginTime, @JsonIgnore boolean listed) {

	/**
	 * Return the membership in an organization.
	 * @param organizationId the id of the organization
	 * @return the membership, if there is one
	 */
	public Optional<StoredMembership> membership(String organizationId) {
		return this.memberships.stream()
			.filter((membership) -> membership.organizationId().equals(organizationId))
			.findFirst();
	}

	boolean isMemberOf(String organizationId) {
		return membership(organizationId).isPresent();
	}

	/**
	 * What is known about the person.
	 *
	 * @param id the id
	 * @param name the full name, may be empty
	 * @param givenName the given name, may be empty
	 * @param familyName the family name, may be empty
	 * @param preferredUsername the name the user wants to be called by, may be empty
	 * @param emailVerified whether the e-mail address is verified
	 * @param phoneNumber the phone number, may be empty
	 * @param phoneNumberVerified whether the phone number is verified
	 * @param picture the URL of a picture, may be empty
	 * @param gender the gender, may be empty
	 * @param locale the language and region, may be empty
	 * @param groups the groups, may be empty
	 * @param customAttributes the attributes that the application defines, may be empty
	 * @param metadata the metadata, may be empty
	 * @param externalIdentities the accounts at identity providers: none, as users sign
	 * in on a page of the server
	 */
	public record Profile(String id, String name, String givenName, String familyName, String preferredUsername,
			boolean emailVerified, String phoneNumber, boolean phoneNumberVerified, String picture, String gender,
			String locale, List<String> groups, Map<String, String> customAttributes, Map<String, String> metadata,
			List<Object> externalIdentities) {

		static Profile empty(String id) {
			return new Profile(id, "", "", "", "", false, "", false, "", "", "", List.of(), Map.of(), Map.of(),
					List.of());
		}

	}

}
