package com.scalekit.spring.webhooks.events;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * User of a {@link DirectoryUserEvent}. What the directory does not have is {@code null}.
 *
 * @param id the identifier, starting with {@code diruser_}
 * @param organizationId the identifier of the organization
 * @param active whether the user is active
 * @param email the e-mail address
 * @param givenName the given name
 * @param familyName the family name
 * @param name the whole name
 * @param preferredUsername the name the user prefers
 * @param dpId the identifier of the user at the provider of the directory
 * @param employeeId the identifier of the user as an employee
 * @param department the department
 * @param costCenter the cost center
 * @param division the division
 * @param title the job title
 * @param userType the type of the user, such as {@code Contractor}
 * @param phoneNumber the phone number
 * @param language the language
 * @param locale the locale
 * @param zoneinfo the time zone
 * @param organization the name of the organization in the directory
 * @param nickname the nickname
 * @param profile the URL of the profile
 * @param groups the groups the user is a member of
 * @param roles the roles of the user
 * @param customAttributes the attributes the organization has mapped
 * @param rawAttributes the attributes as the provider of the directory sends them
 * @param picture the URL of the picture
 * @param address the address as the provider of the directory sends it
 */
public record DirectoryUserEventData(String id, String organizationId, boolean active, @Nullable String email,
		@Nullable String givenName, @Nullable String familyName, @Nullable String name,
		@Nullable String preferredUsername, @Nullable String dpId, @Nullable String employeeId,
		@Nullable String department, @Nullable String costCenter, @Nullable String division, @Nullable String title,
		@Nullable String userType, @Nullable String phoneNumber, @Nullable String language, @Nullable String locale,
		@Nullable String zoneinfo, @Nullable String organization, @Nullable String nickname, @Nullable String profile,
		List<Group> groups, List<Role> roles, Map<String, @Nullable Object> customAttributes,
		Map<String, @Nullable Object> rawAttributes, @Nullable String picture, Map<String, @Nullable Object> address) {

	/**
	 * Group the user is a member of.
	 *
	 * @param id the identifier, {@code null} if Scalekit sends none
	 * @param name the name
	 */
	public record Group(@Nullable String id, String name) {

	}

	/**
	 * Role of the user.
	 *
	 * @param roleName the name of the role
	 */
	public record Role(String roleName) {

	}

}
